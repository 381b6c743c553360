"""What people do (commands) and ask (queries), over the ports they need. No Qt, no database library."""

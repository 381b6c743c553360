"""Adapters: the outside world behind the ports of the application. Each translates its library's errors at its edge."""

"""What every face uses: the door to QML, shown views, record lists, jobs, sentences, idle time, fonts."""

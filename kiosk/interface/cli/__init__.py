"""The command line: arguments in, one JSON value out. One module per subject; answer.py says how answers, refusals and faults are told."""

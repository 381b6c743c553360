"""Calls said aloud: clips of single words, composed to a sentence, played by the system's own player."""

"""The face of the display in the hall: looked at from eight metres, never touched."""

"""What is true in a hall even without a computer. Standard library only, no clock, no disk, no words for the screen."""

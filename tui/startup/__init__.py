"""What makes opening fast; nothing else knows of it."""

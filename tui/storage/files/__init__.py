"""Files as bytes: read safely, written atomically, watched; and the folders of the user."""

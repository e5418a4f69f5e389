"""Find, load and reload a workspace, and store drafts."""

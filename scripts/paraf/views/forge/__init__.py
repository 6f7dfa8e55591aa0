"""What people meet on the forge: comments, titles, boards, and the files that the repository keeps for it; pure."""

"""What a forge said about pull requests and settings, made into facts and judged; pure."""

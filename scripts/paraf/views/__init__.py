"""Models to text: Markdown, HTML, JSON and terminal lines. Pure; nothing here reads or writes a file."""

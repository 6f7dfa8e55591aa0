"""The pages of published reports: the reading view, its charts and figures, who approved it and how it went."""

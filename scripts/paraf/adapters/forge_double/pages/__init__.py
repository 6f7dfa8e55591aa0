"""The web pages of the double, as far as people of an office need them: signing in, editing, opening, reviewing, merging.

They bear the words of GitHub's own buttons and fields, so that a guide can be followed on them; whatever a page does goes
the same way as a request to the interface.
"""

from paraf.adapters.forge_double.pages.answering import page_answer

__all__ = ["page_answer"]

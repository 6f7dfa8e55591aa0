"""The SOP, its papers, its officials and its office as typed values; pure.

``forms`` are the file formats, ``model`` is the SOP as everything else sees it, ``build`` leads from one to the other,
``cross`` compares the files with each other and ``repository`` puts all of them together.
"""

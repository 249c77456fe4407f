"""Blocks any section may use."""

from portal.core.blocks.text import FeatureListBlock, ParagraphBlock, SubheadingBlock

__all__ = ["FeatureListBlock", "ParagraphBlock", "SubheadingBlock"]

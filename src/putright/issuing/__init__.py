"""The annual report on its way out: drafts, commentary, approval, and issued reports that never change."""

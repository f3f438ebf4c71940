"""Tomarigi（止まり木）: a place to land before you send."""

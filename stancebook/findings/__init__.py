"""What the notebooks and pages say: answers, notes and tables of evidence, in words, made from the tables of one article.

A module for each question; each takes tables and gives fragments of a page. What is counted, and how, lies below:
``statistics`` and the packages of the tables.
"""

// Candidates of one place are found without looking at those of all others: the place is part of the full text.
DROP INDEX dataset_text IF EXISTS;
CREATE FULLTEXT INDEX dataset_text IF NOT EXISTS FOR (d:Dataset)
ON EACH [d.title, d.code, d.key, d.keywords, d.itemNames, d.foldedTexts, d.abstract, d.theme, d.place]
OPTIONS { indexConfig: { `fulltext.analyzer`: 'cjk' } };

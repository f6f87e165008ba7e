// SPDX-License-Identifier: Apache-2.0
// Written by Scripts/stories/train.py. Do not edit.

/// Weights of ``PairModel`` in thousandths, and what they were trained on.
let pairModelText: String = #"""
  # version 1
  # trained on stories_dev.jsonl (416 articles, 33312 pairs), templates.jsonl (132 articles, 4452 pairs)
  # unseen folds: mono 0.823 cross 0.804 b3 0.947 false merges of hard negatives 45
  # unseen folds of stories_dev.jsonl: mono 0.864 cross 0.804 b3 0.936 false merges of hard negatives 13
  # stories_dev.jsonl itself: mono 0.879 cross 0.803 b3 0.935 false merges of hard negatives 0
  # unseen folds of templates.jsonl: mono 0.733 cross 0.000 b3 0.959 false merges of hard negatives 32
  # templates.jsonl itself: mono 0.863 cross 0.000 b3 0.963 false merges of hard negatives 14
  # full reports: long.jsonl (120 articles), without missingParticulars: mono 0.255 cross 0.703 b3 0.841 false merges of hard negatives 60
  # full reports, unseen folds: mono 0.255 cross 0.567 b3 0.760 false merges of hard negatives 34
  [same]
  base = -5009
  skeletons = 1504
  concepts = 266
  cover = 1088
  titleCover = 2425
  evidence = 980
  numbers = 2355
  otherNumbers = -5108
  dates = 1492
  otherDates = -315
  places = 2636
  otherPlaces = -2362
  otherActors = -2916
  hours = -6203
  [ar-fa]
  base = -5102
  skeletons = 2033
  concepts = 4370
  mutualCover = 902
  mutualTitleCover = 920
  titles = 1097
  evidence = 2945
  rareWords = 1409
  numbers = 2669
  otherNumbers = -62
  dates = 93
  otherDates = -232
  latin = 220
  otherPlaces = -1463
  otherActors = -2916
  hours = -5634
  missingParticulars = -4000
  [x-en]
  base = -4416
  stems = 532
  skeletons = 1367
  concepts = 4213
  mutualCover = 1515
  mutualTitleCover = 669
  titles = 1847
  evidence = 2402
  rareWords = 27
  numbers = 1933
  otherNumbers = -863
  dates = 288
  places = 542
  otherPlaces = -1871
  otherNames = -609
  otherActors = -2916
  template = -965
  hours = -4043
  missingParticulars = -4000
  """#

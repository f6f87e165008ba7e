// SPDX-License-Identifier: Apache-2.0
// Written by Scripts/stories/train.py. Do not edit.

/// Weights of ``PairModel`` in thousandths, and what they were trained on.
let pairModelText: String = #"""
  # version 1
  # trained on stories_dev.jsonl (416 articles, 33312 pairs), templates.jsonl (114 articles, 3211 pairs)
  # unseen folds: mono 0.843 cross 0.813 b3 0.951 false merges of hard negatives 36
  # unseen folds of stories_dev.jsonl: mono 0.868 cross 0.813 b3 0.939 false merges of hard negatives 14
  # stories_dev.jsonl itself: mono 0.892 cross 0.834 b3 0.940 false merges of hard negatives 0
  # unseen folds of templates.jsonl: mono 0.776 cross 0.000 b3 0.962 false merges of hard negatives 22
  # templates.jsonl itself: mono 0.864 cross 0.000 b3 0.964 false merges of hard negatives 12
  # full reports: long.jsonl (120 articles), without missingParticulars: mono 0.255 cross 0.707 b3 0.838 false merges of hard negatives 57
  # full reports, unseen folds: mono 0.255 cross 0.567 b3 0.756 false merges of hard negatives 34
  [same]
  base = -5090
  skeletons = 578
  cover = 2320
  titleCover = 2511
  evidence = 1171
  numbers = 3284
  otherNumbers = -5087
  dates = 1515
  otherDates = -294
  places = 2623
  otherPlaces = -2260
  template = -70
  hours = -5802
  [ar-fa]
  base = -4983
  skeletons = 2026
  concepts = 4390
  mutualCover = 902
  mutualTitleCover = 917
  titles = 1094
  evidence = 2942
  rareWords = 1398
  numbers = 2670
  otherNumbers = -60
  dates = 94
  otherDates = -231
  latin = 222
  otherPlaces = -1458
  hours = -5635
  missingParticulars = -4000
  [x-en]
  base = -4622
  stems = 535
  skeletons = 1367
  concepts = 4223
  mutualCover = 1520
  mutualTitleCover = 669
  titles = 1844
  evidence = 2401
  rareWords = 36
  numbers = 1931
  otherNumbers = -866
  dates = 292
  places = 519
  otherPlaces = -1869
  otherNames = -612
  template = -966
  hours = -4042
  missingParticulars = -4000
  """#

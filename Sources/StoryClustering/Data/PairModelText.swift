// SPDX-License-Identifier: Apache-2.0
// Written by Scripts/stories/train.py. Do not edit.

/// Weights of ``PairModel`` in thousandths, and what they were trained on.
let pairModelText: String = #"""
  # version 1
  # trained on stories_dev.jsonl (416 articles, 33526 pairs)
  # unseen folds: mono 0.882 cross 0.854 b3 0.948 false merges of hard negatives 7
  # stories_dev.jsonl itself: mono 0.888 cross 0.857 b3 0.947 false merges of hard negatives 0
  [same]
  base = -6128
  stems = 806
  skeletons = 2130
  concepts = 2152
  cover = 1687
  mutualCover = 1611
  titleCover = 1024
  evidence = 2284
  numbers = 1139
  otherNumbers = -670
  dates = 747
  otherDates = -404
  places = 2049
  otherPlaces = -1896
  template = -548
  containment = 582
  hours = -5773
  [ar-fa]
  base = -5153
  skeletons = 1899
  concepts = 4211
  mutualCover = 1133
  mutualTitleCover = 963
  titles = 1479
  evidence = 3631
  rareWords = 1684
  numbers = 2767
  otherNumbers = -54
  dates = 91
  otherDates = -260
  latin = 164
  otherPlaces = -1430
  hours = -5458
  [x-en]
  base = -4861
  stems = 546
  skeletons = 1514
  concepts = 4154
  cover = 112
  mutualCover = 1897
  mutualTitleCover = 1012
  titles = 1868
  evidence = 2445
  numbers = 2007
  otherNumbers = -764
  dates = 309
  places = 395
  otherPlaces = -1667
  otherNames = -562
  template = -1168
  hours = -4236
  """#

// SPDX-License-Identifier: Apache-2.0
// Written by Scripts/stories/train.py. Do not edit.

/// Weights of ``PairModel`` in thousandths, and what they were trained on.
let pairModelText: String = #"""
  # version 1
  # trained on stories_dev.jsonl (416 articles, 33678 pairs)
  # unseen folds: mono 0.862 cross 0.846 b3 0.953 false merges of hard negatives 20
  # stories_dev.jsonl itself: mono 0.909 cross 0.872 b3 0.952 false merges of hard negatives 0
  [same]
  base = -6051
  skeletons = 2983
  concepts = 3241
  cover = 694
  mutualCover = 3764
  titleCover = 1093
  evidence = 2884
  numbers = 2890
  otherNumbers = -1537
  dates = 8325
  otherDates = -7150
  places = 3133
  otherPlaces = -2720
  otherNames = -107
  template = -319
  hours = -10044
  [ar-fa]
  base = -7259
  skeletons = 4682
  concepts = 8686
  titles = 292
  evidence = 6313
  numbers = 8107
  otherNumbers = -556
  dates = 2033
  otherDates = -5431
  latin = 2431
  otherPlaces = -1677
  hours = -10357
  [x-en]
  base = -6563
  stems = 12000
  skeletons = 2419
  concepts = 9166
  mutualCover = 3321
  evidence = 2261
  numbers = 4201
  otherNumbers = -2212
  dates = 4890
  otherPlaces = -520
  template = -5050
  hours = -7690
  """#

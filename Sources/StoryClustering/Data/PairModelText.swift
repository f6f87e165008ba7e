// SPDX-License-Identifier: Apache-2.0
// Written by Scripts/stories/train.py. Do not edit.

/// Weights of ``PairModel`` in thousandths, and what they were trained on.
let pairModelText: String = #"""
  # version 1
  # trained on stories_dev.jsonl (416 articles, 33526 pairs), templates.jsonl (114 articles, 3235 pairs)
  # unseen folds: mono 0.844 cross 0.828 b3 0.952 false merges of hard negatives 34
  # stories_dev.jsonl itself: mono 0.879 cross 0.815 b3 0.937 false merges of hard negatives 0
  # templates.jsonl itself: mono 0.864 cross 0.000 b3 0.964 false merges of hard negatives 12
  [same]
  base = -5423
  skeletons = 525
  cover = 2155
  titleCover = 2530
  evidence = 1346
  numbers = 3305
  otherNumbers = -5082
  dates = 1242
  otherDates = -175
  places = 2820
  otherPlaces = -2234
  template = -83
  hours = -5702
  [ar-fa]
  base = -5386
  skeletons = 1990
  concepts = 4441
  mutualCover = 876
  mutualTitleCover = 884
  titles = 1249
  evidence = 2906
  rareWords = 1455
  numbers = 2780
  otherNumbers = -129
  dates = 82
  otherDates = -180
  latin = 227
  otherPlaces = -1417
  hours = -5651
  [x-en]
  base = -4428
  stems = 556
  skeletons = 1507
  concepts = 4088
  mutualCover = 1560
  mutualTitleCover = 750
  titles = 1912
  evidence = 2494
  rareWords = 30
  numbers = 1973
  otherNumbers = -810
  dates = 269
  places = 515
  otherPlaces = -1901
  otherNames = -736
  template = -841
  hours = -3955
  """#

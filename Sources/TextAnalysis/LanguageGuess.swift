// SPDX-License-Identifier: Apache-2.0
package import TextBasics

/// Tells Arabic, Persian and English apart, and all three from their neighbours.
///
/// Letters alone do not do it: Persian is often typed with Arabic ي and ك, and Arabic pages turn
/// up with Persian ی. So function words weigh most, then letters that only one language has.
package enum LanguageGuess {
  /// How much of a text is read, in bytes.
  private static let limit = 1 << 13

  /// Returns `ar`, `fa` or `en`, another code where the letters are clear (`ur`, `ckb`, `ps`, `ug`,
  /// `sd`), the hint where the text leaves it open, else ``Language/unknown``.
  ///
  /// A hint (a feed's declared language) loses against clear evidence: feeds lie.
  package static func language(of text: String, hint: Language = .unknown) -> Language {
    var text = text
    text.makeContiguousUTF8()
    let bytes = text.utf8Span.span
    let part = bytes.extracting(0..<min(bytes.count, limit))
    let letters = LetterCount(part)
    let total = letters.arabicScript + letters.latin + letters.other
    guard total > 0 else { return hint }
    if letters.other * 2 > total { return ours.contains(hint) ? .unknown : hint }
    var tokenizer = Tokenizer(stemmer: Stemmer(language: .unknown), capacity: part.count)
    tokenizer.scan(part)
    return letters.arabicScript >= letters.latin
      ? arabicScript(letters, tokenizer, hint) : latin(letters, tokenizer, hint)
  }

  private static let ours: Set<Language> = [.arabic, .persian, .english]

  // MARK: Arabic script

  private static func arabicScript(
    _ letters: LetterCount,
    _ text: Tokenizer,
    _ hint: Language
  ) -> Language {
    if let neighbour = letters.neighbour { return neighbour }
    var arabic = 4 * letters.tehMarbuta + letters.alefMaksura
    var persian = 4 * letters.persianOnly + 4 * letters.nonJoiners
    for token in text.tokens where token.kind == .arabic {
      if FunctionWords.persian.contains(token.word) {
        persian += 8
      } else if FunctionWords.arabic.contains(token.word) {
        arabic += 8
      } else if FunctionWords.hasArticle(text.units, token) {
        arabic += 3
      }
    }
    // Which yeh and kaf the keyboard had says little: it decides only where nothing else does.
    let margin = (letters.persianYehKaf - letters.arabicYehKaf).signum()
    persian += margin + (hint == .persian ? 6 : 0)
    arabic += -margin + (hint == .arabic ? 6 : 0)
    if persian != arabic { return persian > arabic ? .persian : .arabic }
    return hint == .english ? .unknown : hint
  }

  // MARK: Latin script

  private static func latin(_ letters: LetterCount, _ text: Tokenizer, _ hint: Language) -> Language
  {
    var english = hint == .english ? 1 : 0
    var foreign = 0
    for token in text.tokens where token.kind == .latin {
      if FunctionWords.english.contains(token.word) { english += 2 }
      if FunctionWords.foreign.contains(token.word) { foreign += 2 }
    }
    // One accent may be a name (Nəbiyev, São Paulo); many are another language.
    let isAccented = letters.accented * 40 > letters.latin
    if isAccented { foreign += 2 + letters.accented / 8 }
    let isForeign = foreign > english || (isAccented && english <= foreign)
    if ours.contains(hint) || hint == .unknown { return isForeign ? .unknown : .english }
    // The feed says French, say: believed unless the text is English beyond doubt.
    return english > 2 * foreign + 2 ? .english : hint
  }
}

/// Letters of a text by what they tell.
private struct LetterCount {
  var arabicScript = 0
  var latin = 0
  var other = 0
  /// Latin letters that English does not have.
  var accented = 0
  /// The letters پ چ ژ گ.
  var persianOnly = 0
  /// The letters ی ک, and below ي ك.
  var persianYehKaf = 0
  var arabicYehKaf = 0
  var tehMarbuta = 0
  var alefMaksura = 0
  var nonJoiners = 0
  private var urdu = 0
  private var sorani = 0
  private var pashto = 0
  private var uyghur = 0
  private var sindhi = 0

  init(_ bytes: Span<UInt8>) {
    let entries = FoldingTable.entries
    let table = entries.span
    var place = 0
    while place < bytes.count {
      let scalar = decodeScalar(bytes, at: place)
      place += scalar.length
      if scalar.value == 0x200C { nonJoiners += 1 }
      let kind = foldingEntry(scalar.value, table) >> 16 & 15
      switch kind {
      case FoldingClass.arabic:
        arabicScript += 1
        count(scalar.value)
      case FoldingClass.latin:
        latin += 1
        if scalar.value > 0x7F { accented += 1 }
      case FoldingClass.expand where scalar.value < 0x250:
        latin += 1
        accented += 1
      case FoldingClass.expand where scalar.value >= 0xFB50: arabicScript += 1
      case FoldingClass.letter, FoldingClass.ideograph: other += 1
      default: break
      }
    }
  }

  private mutating func count(_ letter: UInt32) {
    switch letter {
    case 0x67E, 0x686, 0x698, 0x6AF: persianOnly += 1
    case 0x6CC, 0x6A9: persianYehKaf += 1
    case 0x64A, 0x643: arabicYehKaf += 1
    case 0x629: tehMarbuta += 1
    case 0x649: alefMaksura += 1
    case 0x679, 0x688, 0x691, 0x6BA, 0x6D2, 0x6C1, 0x6BE, 0x6D3: urdu += 1
    case 0x695, 0x6B5, 0x6CE, 0x6C6: sorani += 1
    case 0x6D5:
      sorani += 1
      uyghur += 1
    case 0x6C7, 0x6C8, 0x6CB, 0x6AD: uyghur += 1
    case 0x6D0:
      pashto += 1
      uyghur += 1
    case 0x67C, 0x689, 0x693, 0x696, 0x69A, 0x6AB, 0x6BC, 0x6CD, 0x685, 0x681: pashto += 1
    case 0x67B, 0x680, 0x67F, 0x684, 0x683, 0x687, 0x68F, 0x68D, 0x68C, 0x6B3, 0x6BB, 0x6FD, 0x6FE:
      sindhi += 1
    default: break
    }
  }

  /// The language whose own letters make up a fair part: a name or a quotation does not suffice.
  var neighbour: Language? {
    let counts: [(Int, String)] = [
      (urdu, "ur"), (sorani, "ckb"), (pashto, "ps"), (uyghur, "ug"), (sindhi, "sd"),
    ]
    guard let best = counts.max(by: { $0.0 < $1.0 }), best.0 * 40 > arabicScript else { return nil }
    return Language(tag: best.1)
  }
}

/// Words that every text of a language has, folded.
private enum FunctionWords {
  static let persian = FoldedHash.set(
    """
    از به در که را این با است برای شد شده شود کرد کردند کرده کند کنند کنید خواهد باید می ها \
    های تا نیز هم گفت یک دو بر ایا اما اگر چه چرا پس روی زیر درباره علیه بود بودند دارد \
    دارند داشت داد دهد نیست هستند انها وی خود شان اند میشود میکند میکنند نمیشود همچنین گزارش \
    بیش پیش سوی ویژه دیگر ولی هنوز چند هر همه و رسید گرفت یافت امد رفت زد ساخت خواست شدند \
    میدهد
    """
  )
  static let arabic = FoldedHash.set(
    """
    فی الی عن مع هذا هذه ذلک تلک التی الذی الذین ثم لم لن لا لیس کان کانت یکون تکون قد منذ عند \
    عندما حیث انه بان وان وقد وفی ومن وعلی کما لدی امس الیوم وقال قال اکد اعلن یوم بسبب دون نحو \
    علیها منها فیها فیه لها له لهم بها وهو وهی هو هی نحن احد یعقد یبحث یغادر یلتقی
    """
  )
  static let english = FoldedHash.set(
    """
    the of and to in is for on with that by at from as has have was were are be will it its an his \
    after over says said not but they their this new who how why what when would could than into \
    about against between during up out more you your we our can
    """
  )
  static let foreign = FoldedHash.set(
    """
    le la les des du et est une dans pour sur avec par qui que au aux ses son sont der die das und \
    ist nicht mit von den dem ein eine zu im auf für sich el los las una con por para del se su al \
    es il di che per non della dei nel gli ve bir ile bu da de için olarak ilə və edib üçün olan os \
    um uma com não dos het een van niet voor op met zijn w na z się jest och att som på er og til en
    """
  )
  private static let alef: UInt16 = 0x627
  private static let lam: UInt16 = 0x644

  /// Whether a word begins with ال, وال, بال or لل and is long enough for an article.
  static func hasArticle(_ units: [UInt16], _ token: TextToken) -> Bool {
    let start = Int(token.unitStart)
    guard token.unitCount >= 5 else { return false }
    if units[start + 1] == lam { return units[start] == alef || units[start] == lam }
    return units[start + 1] == alef && units[start + 2] == lam
      && (units[start] == 0x648 || units[start] == 0x628)
  }
}

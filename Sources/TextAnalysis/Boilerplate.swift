// SPDX-License-Identifier: Apache-2.0

/// What newsrooms and their web pages wrap around a text: agency lead-ins before it («به گزارش
/// خبرگزاری …،», «وأفادت وكالة …، أنه», "LONDON (Reuters) -", «الوفاق/») and source lines, end marks,
/// comment forms and calls to follow a channel behind it.
///
/// Two articles are not alike because one agency wrote both, so comparison leaves these out. The
/// rules speak of forms of lead-ins; names of agencies help only where a form alone is not enough.
enum Boilerplate {
  /// Tokens at the start that are a lead-in, and which of them name the agency.
  struct Lead {
    var count = 0
    var agency: Range<Int>?
  }

  /// What a line or an end of a text is when it is not text.
  enum Kind: Sendable {
    /// «اترك تعليقاً», "Leave a reply": what follows on a page is not the article.
    case commentForm
    /// «المصدر: الوفاق»: what follows the mark names the source.
    case source
    /// «انتهای پیام», «کد خبر: 123», "Read more".
    case ending
  }

  // MARK: Lead-ins

  /// How many of `tokens[range]` are lead-ins; repeated ones count together.
  static func lead(
    _ tokens: [TextToken],
    _ range: Range<Int>,
    _ bytes: borrowing Span<UInt8>
  ) -> Lead {
    var lead = Lead()
    for _ in 0..<3 {
      let rest = range.lowerBound + lead.count..<range.upperBound
      // A lead-in needs something to lead to.
      guard rest.count >= 3, let next = oneLead(tokens, rest, isStart: lead.count == 0, bytes),
        next.count < rest.count
      else {
        break
      }
      lead.count += next.count
      lead.agency = lead.agency ?? next.agency
    }
    return lead
  }

  private static func oneLead(
    _ tokens: [TextToken],
    _ range: Range<Int>,
    isStart: Bool,
    _ bytes: borrowing Span<UInt8>
  ) -> Lead? {
    let view = LeadView(tokens, range, isStart: isStart)
    return report(view, bytes) ?? agencyName(view, bytes) ?? saidBy(view, bytes)
      ?? dateline(view, bytes) ?? shortSlash(view, bytes) ?? known(view, bytes)
  }

  /// «به گزارش خبرگزاری مهر،», «به نقل از …:».
  private static func report(_ view: LeadView, _ bytes: borrowing Span<UInt8>) -> Lead? {
    guard view.word(0) == Words.be, Words.report.contains(view.word(1)),
      let end = view.first(
        in: 2..<18,
        bytes,
        { !$0.isDisjoint(with: [.comma, .colon, .semicolon]) }
      )
    else { return nil }
    var stop = 2
    while stop <= end, !Words.persianPrepositions.contains(view.word(stop)) { stop += 1 }
    let isReporter = Words.reporters.contains(view.word(2))
    return Lead(count: end + 1, agency: isReporter || stop == 2 ? nil : view.range(2..<stop))
  }

  /// «خبرگزاری فارس:».
  private static func agencyName(_ view: LeadView, _ bytes: borrowing Span<UInt8>) -> Lead? {
    guard view.word(0) == Words.khabargozari,
      let end = view.first(in: 1..<6, bytes, \.endsName)
    else { return nil }
    return Lead(count: end + 1, agency: view.range(0..<end + 1))
  }

  /// «وأفادت وكالة مهر للأنباء، أنه».
  private static func saidBy(_ view: LeadView, _ bytes: borrowing Span<UInt8>) -> Lead? {
    guard Words.reportVerbs.contains(view.word(0)),
      let agency = (1..<4).first(where: { Words.agencies.contains(view.word($0)) })
    else { return nil }
    let mark = view.first(in: 1..<12, bytes) { !$0.isDisjoint(with: [.comma, .colon]) }
    let that = (2..<10).first { Words.complements.contains(view.word($0)) }
    if let that, that <= mark ?? .max {
      return Lead(count: that + 1, agency: view.range(agency..<that))
    }
    guard let mark, mark >= agency else { return nil }
    let follows = Words.complements.contains(view.word(mark + 1))
    return Lead(count: mark + (follows ? 2 : 1), agency: view.range(agency..<mark + 1))
  }

  /// "LONDON (Reuters) -", «طهران (إرنا) –», «(وكالات):».
  private static func dateline(_ view: LeadView, _ bytes: borrowing Span<UInt8>) -> Lead? {
    guard let open = view.first(in: -1..<4, bytes, { $0.contains(.open) }),
      let close = view.first(in: open + 1..<open + 5, bytes, { $0.contains(.close) }),
      !view.marks(close, bytes).isDisjoint(with: [.dash, .colon])
    else { return nil }
    return Lead(count: close + 1, agency: view.range(open + 1..<close + 1))
  }

  /// «الوفاق/ أكد»: at most two words, a slash, a space.
  private static func shortSlash(_ view: LeadView, _ bytes: borrowing Span<UInt8>) -> Lead? {
    for index in 0..<2 where view.marks(index, bytes).isSuperset(of: [.slash, .space]) {
      return Lead(count: index + 1, agency: view.range(0..<index + 1))
    }
    return nil
  }

  /// "Reuters -", «محمد زامل ــ سبق ــ الرياض:»: names that are nothing but agencies.
  private static func known(_ view: LeadView, _ bytes: borrowing Span<UInt8>) -> Lead? {
    if Words.ambiguousAgencies.contains(view.word(0)) || Words.knownAgencies.contains(view.word(0)),
      view.marks(0, bytes).endsName
    {
      return Lead(count: 1, agency: view.range(0..<1))
    }
    guard let colon = view.first(in: 0..<8, bytes, { $0.contains(.colon) }) else { return nil }
    // Author, paper and city between dashes.
    if (0..<colon).count(where: { view.marks($0, bytes).isSuperset(of: [.dash, .space]) }) >= 2 {
      return Lead(count: colon + 1, agency: nil)
    }
    guard
      let name = (0...colon).first(where: { Words.knownAgencies.contains(view.word($0)) })
    else { return nil }
    return Lead(count: colon + 1, agency: view.range(name..<name + 1))
  }

  // MARK: Ends

  /// Where the text of `tokens[range]` ends: before the first end mark of its last tokens.
  static func end(
    _ tokens: [TextToken],
    _ range: Range<Int>,
    _ bytes: borrowing Span<UInt8>
  ) -> Int {
    let first = max(range.lowerBound + 3, range.upperBound - 40)
    guard first < range.upperBound else { return range.upperBound }
    for index in first..<range.upperBound
    where match(tokens, index..<range.upperBound, bytes) != nil {
      return index
    }
    return range.upperBound
  }

  /// What begins at the first of `tokens[range]`, which reach to the end of the text or line.
  static func match(
    _ tokens: [TextToken],
    _ range: Range<Int>,
    _ bytes: borrowing Span<UInt8>
  ) -> Kind? {
    let word = tokens[range.lowerBound].word
    guard EndPhrase.firstWords.contains(word), let phrases = EndPhrase.byFirstWord[word] else {
      return nil
    }
    let view = LeadView(tokens, range)
    for phrase in phrases where range.count <= phrase.within && range.count >= phrase.words.count {
      let matches = phrase.words.indices.allSatisfy { view.word($0) == phrase.words[$0] }
      guard matches else { continue }
      let last = phrase.words.count - 1
      switch phrase.needs {
      case .nothing: return phrase.kind
      case .colon: if view.marks(last, bytes).contains(.colon) { return phrase.kind }
      case .number:
        if last + 1 < range.count, tokens[range.lowerBound + last + 1].kind == .number {
          return phrase.kind
        }
      }
    }
    return nil
  }
}

/// Punctuation between two tokens.
struct LeadMarks: OptionSet {
  let rawValue: UInt16
  static let colon = LeadMarks(rawValue: 1)
  static let comma = LeadMarks(rawValue: 2)
  static let semicolon = LeadMarks(rawValue: 4)
  static let slash = LeadMarks(rawValue: 8)
  static let dash = LeadMarks(rawValue: 16)
  static let open = LeadMarks(rawValue: 32)
  static let close = LeadMarks(rawValue: 64)
  static let space = LeadMarks(rawValue: 128)

  /// The mark that `scalar` is, if any.
  init(_ scalar: UInt32) {
    self =
      switch scalar {
      case 0x3A, 0xFF1A: .colon
      case 0x2C, 0x60C: .comma
      case 0x3B, 0x61B: .semicolon
      case 0x2F, 0x7C: .slash
      case 0x2D, 0x2013, 0x2014, 0x2015, 0x640: .dash
      case 0x28: .open
      case 0x29: .close
      case 0x20, 0x0A, 0xA0: .space
      default: []
      }
  }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Whether a name may end here: a colon, or a dash or slash with a space.
  var endsName: Bool {
    contains(.colon) || (contains(.space) && !isDisjoint(with: [.dash, .slash]))
  }
}

/// The first tokens of a text with what stands between them; index -1 is before the first.
struct LeadView {
  private let tokens: [TextToken]
  private let bounds: Range<Int>
  private let isStart: Bool

  /// `isStart` tells that the text begins with the first token, so that 0 is its beginning.
  init(_ tokens: [TextToken], _ range: Range<Int>, isStart: Bool = false) {
    self.tokens = tokens
    bounds = range
    self.isStart = isStart
  }

  /// The hash of a word, 0 beyond the end.
  func word(_ index: Int) -> UInt64 {
    let place = bounds.lowerBound + index
    return bounds.contains(place) ? tokens[place].word : 0
  }

  func range(_ relative: Range<Int>) -> Range<Int> {
    bounds.lowerBound + relative.lowerBound..<bounds.lowerBound + relative.upperBound
  }

  /// The marks between token `index` and the next one.
  func marks(_ index: Int, _ bytes: borrowing Span<UInt8>) -> LeadMarks {
    let place = bounds.lowerBound + index
    guard place + 1 < bounds.upperBound, place + 1 >= bounds.lowerBound else { return [] }
    var marks: LeadMarks = []
    var byte = index < 0 && isStart ? 0 : Int(tokens[max(place, 0)].end)
    let end = Int(tokens[place + 1].start)
    while byte < end {
      let scalar = decodeScalar(bytes, at: byte)
      marks.formUnion(LeadMarks(scalar.value))
      byte += scalar.length
    }
    return marks
  }

  /// The first token in `candidates` after which the marks satisfy `test`.
  func first(
    in candidates: Range<Int>,
    _ bytes: borrowing Span<UInt8>,
    _ test: (LeadMarks) -> Bool
  ) -> Int? {
    for index in candidates where index < bounds.count - 1 {
      if test(marks(index, bytes)) { return index }
    }
    return nil
  }
}

/// A phrase that ends a text.
private struct EndPhrase {
  enum Need { case nothing, colon, number }
  let words: [UInt64]
  let kind: Boilerplate.Kind
  /// It counts only when no more tokens than these remain, itself included.
  let within: Int
  let needs: Need

  private static let table: [(String, Boilerplate.Kind, Int, Need)] = [
    (
      "اترک تعلیقا|اترک تعلیقک|اترک ردا|اضف تعلیقا|اضف تعلیق|اضف تعلیقک|لن یتم نشر عنوان بریدک",
      .commentForm, 40, .nothing
    ),
    (
      "ارسال نظر|نظر شما|دیدگاه خود را|دیدگاهتان را|نشانی ایمیل شما|پاسخی بگذارید|ثبت دیدگاه",
      .commentForm, 24, .nothing
    ),
    (
      "leave a reply|leave a comment|post a comment|your email address will not",
      .commentForm, 40, .nothing
    ),
    ("المصدر|مصدر|منبع|source", .source, 8, .colon),
    ("انتهای پیام|پایان پیام|انتهای خبر", .ending, 6, .nothing),
    ("کد خبر|کد مطلب|شناسه خبر|رقم الخبر", .ending, 8, .number),
    (
      "للمزید من الاخبار|للمزید تابعونا|تابعونا علی|اقرا المزید|اقرا ایضا|شارک هذا|انقر هنا",
      .ending, 12, .nothing
    ),
    (
      "بیشتر بخوانید|ادامه مطلب|ادامه خبر|اخبار مرتبط|مطالب مرتبط|مواضیع ذات صله|لینک کوتاه",
      .ending, 12, .nothing
    ),
    (
      "read more|continue reading|read the full|related articles|sign up for|follow us on",
      .ending, 12, .nothing
    ),
  ]

  static let firstWords = FoldedWordSet(byFirstWord.keys)

  static let byFirstWord: [UInt64: [EndPhrase]] = {
    var phrases: [UInt64: [EndPhrase]] = [:]
    for (list, kind, within, needs) in table {
      for text in list.split(separator: "|") {
        let words = text.split(separator: " ").map { FoldedHash.hash(String($0)) }
        let phrase = EndPhrase(words: words, kind: kind, within: within, needs: needs)
        phrases[words[0], default: []].append(phrase)
      }
    }
    return phrases
  }()
}

private enum Words {
  static let be = FoldedHash.hash("به")
  static let khabargozari = FoldedHash.hash("خبرگزاری")
  static let report = FoldedHash.set("گزارش نقل")
  static let reporters = FoldedHash.set("خبرنگار خبرنگاران از")
  static let persianPrepositions = FoldedHash.set("از به در")
  static let reportVerbs = FoldedHash.set(
    """
    افادت وافادت افاد وافاد ذکرت وذکرت ذکر وذکر نقلت ونقلت نقل ونقل بحسب وبحسب حسب وفقا ووفقا \
    اوردت واوردت کشفت وکشفت قالت
    """
  )
  static let agencies = FoldedHash.set(
    """
    وکاله لوکاله وکالات الوکاله صحیفه لصحیفه قناه لقناه موقع لموقع مراسل مصادر رویترز ارنا اسنا
    """
  )
  static let complements = FoldedHash.set("ان انه انها بان بانه بانها")
  static let knownAgencies = FoldedHash.set(
    """
    رویترز وکالات متابعات واس سانا وام کونا قنا بترا ارنا ایرنا ایسنا ایلنا ایمنا تسنیم \
    reuters afp irna isna xinhua tass
    """
  )
  /// Names that are also words: only as the whole lead-in.
  static let ambiguousAgencies = FoldedHash.set("مهر فارس سبق خاص ap mehr fars tasnim")
}

// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// Reads a model file section by section; goes on after a fault, so that one pass tells them all.
struct TopicModelReader {
  private let file: SectionedFile
  private(set) var groups: [PhraseGroup] = []
  private(set) var faults: [Fault]
  private(set) var date = 0
  private(set) var derivation = DerivedLines()

  private var places: [String: Int] = [:]
  private var contextsAsked: [SectionedFile.Piece] = []
  private var listsAsked: [(list: String, language: Language, piece: SectionedFile.Piece)] = []
  private var hasModelSection = false

  private static let kinds = ["model", "list", "context", "mask", "topic", "derived"]
  private static let groupKeys = ["label-ar", "label-fa", "label-en", "context"]

  init(_ text: String, path: String) {
    file = SectionedFile(Array(text.utf8), path: path)
    faults = file.faults
  }

  mutating func read() {
    for section in file.sections {
      switch section.kind.text {
      case "model": readModel(section)
      case "mask": readGroup(section, .mask)
      case "list": readGroup(section, .list)
      case "context": readGroup(section, .context)
      case "topic": readGroup(section, .topic)
      case "derived": readDerived(section)
      default:
        complain(
          section.kind,
          "unknown section [\(section.kind.text)]",
          suggest: Spelling.suggestion(for: section.kind.text, among: TopicModelReader.kinds)
        )
      }
    }
    if !hasModelSection, file.sections.isEmpty || faults.isEmpty {
      let start = SectionedFile.Piece(text: "", line: 1, bytes: 0..<0)
      complain(start, "there is no [model] section with a date")
    }
    let contexts = groups.filter { $0.kind == .context }.map(\.id)
    for asked in contextsAsked where !contexts.contains(asked.text) {
      complain(
        asked,
        "there is no [context \(asked.text)]",
        suggest: Spelling.suggestion(for: asked.text, among: contexts)
      )
    }
    checkLists()
  }

  private mutating func checkLists() {
    let lists = groups.filter { $0.kind == .list }
    for asked in listsAsked {
      guard let list = lists.first(where: { $0.id == asked.list }) else {
        complain(
          asked.piece,
          "there is no [list \(asked.list)]",
          suggest: Spelling.suggestion(for: asked.list, among: lists.map(\.id))
        )
        continue
      }
      if !list.phrases.contains(where: { $0.language == asked.language }) {
        complain(asked.piece, "[list \(asked.list)] has no words in \(asked.language.code)")
      }
    }
  }

  private mutating func complain(
    _ piece: SectionedFile.Piece,
    _ message: String,
    suggest: String? = nil,
    severity: Fault.Severity = .error
  ) {
    faults.append(file.fault(at: piece, message, severity: severity, suggestion: suggest))
  }

  // MARK: Sections

  private mutating func readModel(_ section: SectionedFile.Section) {
    if hasModelSection { complain(section.header, "a second [model] section") }
    hasModelSection = true
    if let id = section.id { complain(id, "[model] has no name") }
    for pair in section.pairs {
      guard pair.key.text == "date" else {
        complain(
          pair.key,
          "unknown key \"\(pair.key.text)\" in [model]",
          suggest: Spelling.suggestion(for: pair.key.text, among: ["date"])
        )
        continue
      }
      let parts = pair.value.text.split(separator: "-", omittingEmptySubsequences: false)
      if parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
        let day = Int(parts[2]), let civil = CivilDate(year: year, month: month, day: day)
      {
        date = civil.daysSinceEpoch * 86_400
      } else {
        complain(pair.value.orKey(pair), "\"\(pair.value.text)\" is not a date; write 2026-11-21")
      }
    }
    if section.value("date") == nil { complain(section.header, "[model] has no date") }
  }

  private mutating func readDerived(_ section: SectionedFile.Section) {
    for pair in section.pairs {
      guard pair.key.text == "lines" else {
        complain(pair.key, "unknown key \"\(pair.key.text)\" in [derived]", suggest: "lines")
        continue
      }
      for piece in pair.value.pieces(separatedBy: " ") where !derivation.insert(piece.text) {
        complain(piece, "\"\(piece.text)\" is not a fingerprint")
      }
    }
  }

  private mutating func readGroup(_ section: SectionedFile.Section, _ kind: PhraseGroup.Kind) {
    let id = checkedID(of: section, kind)
    let key = "\(kind.rawValue) \(id)"
    if let place = places[key] {
      if kind != .mask {
        complain(section.header, "a second [\(key)]")
      }
      var group = groups[place]
      readPairs(of: section, into: &group)
      groups[place] = group
      return
    }
    var group = PhraseGroup(kind: kind, id: id)
    readPairs(of: section, into: &group)
    places[key] = groups.count
    groups.append(group)
    if kind == .topic, group.phrases.isEmpty {
      complain(section.header, "[topic \(id)] has no phrase and never fires", severity: .warning)
    }
  }

  private mutating func checkedID(
    of section: SectionedFile.Section,
    _ kind: PhraseGroup.Kind
  ) -> String {
    guard kind != .mask else {
      if let id = section.id { complain(id, "[mask] has no name") }
      return ""
    }
    guard let id = section.id else {
      complain(section.header, "[\(kind.rawValue)] needs a name: [\(kind.rawValue) my-subject]")
      return ""
    }
    let bytes = Array(id.text.utf8)
    let valid = { (byte: UInt8) in
      (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
    }
    if bytes.count > 40 || bytes.first == 0x2D || !bytes.allSatisfy(valid) {
      complain(id, "a name is at most 40 of a-z, 0-9 and -, and does not begin with -")
    }
    return id.text
  }

  // MARK: Pairs

  private mutating func readPairs(of section: SectionedFile.Section, into group: inout PhraseGroup)
  {
    for pair in section.pairs {
      let key = pair.key.text
      if pair.value.text.isEmpty {
        complain(pair.key, "\"\(key)\" has no value")
      } else if key == "context", group.kind == .topic {
        if group.context != nil { complain(pair.key, "a second context") }
        group.context = pair.value.text
        contextsAsked.append(pair.value)
      } else if key.hasPrefix("label-"), group.kind == .topic,
        let language = language(key.dropFirst(6))
      {
        if group.labels[language] != nil { complain(pair.key, "a second \(key)") }
        group.labels[language] = pair.value.text
      } else if let language = language(key[...]) {
        readPhrases(pair.value, language, into: &group)
      } else {
        complain(
          pair.key,
          "unknown key \"\(key)\" in \(section.header.text)",
          suggest: Spelling.suggestion(for: key, among: TopicModelReader.groupKeys)
        )
      }
    }
  }

  /// The language whose lower-case primary subtag `code` is.
  private func language(_ code: Substring) -> Language? {
    let language = Language(tag: String(code))
    return language != .unknown && language.code == code ? language : nil
  }

  private mutating func readPhrases(
    _ value: SectionedFile.Piece,
    _ language: Language,
    into group: inout PhraseGroup
  ) {
    var weight = 0
    var origin = (TopicPhrase.Origin.expansion, false, [SeedSpan]())
    var wordings = value
    if group.kind != .mask, group.kind != .list {
      let words = value.text.split(
        maxSplits: 2,
        omittingEmptySubsequences: true,
        whereSeparator: { $0 == " " || $0 == "\t" }
      )
      guard words.count == 3 else {
        return complain(value, "write weight, origin and phrase: 1000 X … | …")
      }
      guard let number = Int(words[0]), (-10_000...10_000).contains(number) else {
        return complain(
          value.piece(words[0]),
          "\"\(words[0])\" is no weight; write thousandths, such as 1000 or 600"
        )
      }
      weight = number
      guard let read = readOrigin(value.piece(words[1])) else { return }
      origin = read
      wordings = value.piece(words[2])
    }
    for piece in wordings.alternatives {
      if let fault = PhraseForm.fault(in: piece.text, isListed: group.kind == .list) {
        complain(piece, fault)
      }
      for list in PhraseForm.lists(in: piece.text) { listsAsked.append((list, language, piece)) }
      group.phrases.append(
        TopicPhrase(
          text: piece.text,
          language: language,
          weight: weight,
          origin: origin.0,
          isUncertain: origin.1,
          spans: origin.2,
          line: piece.line
        )
      )
    }
  }

  private mutating func readOrigin(
    _ piece: SectionedFile.Piece
  ) -> (TopicPhrase.Origin, Bool, [SeedSpan])? {
    let halves = piece.text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let isUncertain = halves[0].hasSuffix("?")
    let letter = isUncertain ? halves[0].dropLast() : halves[0]
    guard let origin = TopicPhrase.Origin(rawValue: String(letter)) else {
      complain(piece, "\"\(piece.text)\" is no origin; write S@document:start-end, T or X")
      return nil
    }
    guard halves.count == 2 else {
      if origin == .seed {
        complain(piece, "S needs the places: S@000:904-919", suggest: "X")
        return nil
      }
      return (origin, isUncertain, [])
    }
    var spans: [SeedSpan] = []
    for part in halves[1].split(separator: ",", omittingEmptySubsequences: false) {
      guard let span = SeedSpan(part) else {
        complain(piece.piece(part), "\"\(part)\" is no place; write document:start-end")
        return nil
      }
      spans.append(span)
    }
    return (origin, isUncertain, spans)
  }
}

extension SectionedFile.Piece {
  /// The pieces between `|`s; by bytes, since characters of these scripts are costly to cut.
  fileprivate var alternatives: [SectionedFile.Piece] {
    let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
    return text.utf8.split(separator: UInt8(ascii: "|")).compactMap { part in
      var part = part
      while let first = part.first, isBlank(first) { part.removeFirst() }
      while let last = part.last, isBlank(last) { part.removeLast() }
      return part.isEmpty ? nil : piece(Substring(part))
    }
  }

  /// The key where the value is empty, so that carets have something to stand under.
  fileprivate func orKey(_ pair: SectionedFile.Pair) -> SectionedFile.Piece {
    text.isEmpty ? pair.key : self
  }
}

extension SeedSpan {
  /// Reads `000:904-919`.
  init?(_ text: Substring) {
    guard let colon = text.lastIndex(of: ":"), colon > text.startIndex else { return nil }
    let numbers = text[text.index(after: colon)...].split(
      separator: "-",
      omittingEmptySubsequences: false
    )
    guard numbers.count == 2, let start = Int(numbers[0]), let end = Int(numbers[1]), start >= 0,
      start < end
    else { return nil }
    self.init(document: String(text[..<colon]), scalars: start..<end)
  }

  /// As the file writes it.
  var written: String { "\(document):\(scalars.lowerBound)-\(scalars.upperBound)" }
}

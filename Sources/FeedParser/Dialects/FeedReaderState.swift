// SPDX-License-Identifier: Apache-2.0

/// What has been made of a document so far: its items, its language, its problems.
struct FeedReaderState {
  let options: FeedParser.Options
  var items: [ParsedItem] = []
  var problems: [FeedProblem] = []
  /// How many items were met, kept or not.
  private(set) var itemCount = 0
  /// How many of them were whole.
  private(set) var wholeItems = 0
  /// The language that the feed names, for the items that follow.
  private var feedLanguage: String?
  /// The authors of an Atom feed as far as they are known.
  private var feedAuthors: [FeedPerson] = []
  /// How often each problem was met.
  private var counts: [String: Int] = [:]

  /// Where the feed says that it lies, or else its page: the base of last resort.
  private var feedAddress: String?

  init(options: FeedParser.Options) { self.options = options }

  private var documentScope: Scope {
    Scope(
      base: options.baseURL,
      language: options.language,
      cleansHTML: options.html == .clean
    )
  }

  /// Records that a limit was reached, once for each limit.
  mutating func limit(_ name: String, line: Int, _ value: Int) {
    let code = "limit-" + name
    guard counts[code] == nil else { return }
    report(code, line: line, "more than \(value) (\(name))", "the rest was left out")
  }

  /// Records a problem; of each code a hundred are kept and the others counted.
  mutating func report(
    _ code: String,
    line: Int,
    column: Int = 0,
    _ message: @autoclosure () -> String,
    _ recovery: @autoclosure () -> String
  ) {
    counts[code, default: 0] += 1
    guard counts[code, default: 0] <= 100, problems.count < 2000 else { return }
    problems.append(
      FeedProblem(
        code: code,
        line: line,
        column: column,
        message: message(),
        recovery: recovery()
      )
    )
  }

  /// Records what the strict scanner stumbled over.
  mutating func report(_ fault: XMLPushParser.Fault) {
    report(
      "not-well-formed",
      line: fault.line,
      column: fault.column,
      String(fault.message.prefix { $0 != "\n" }),
      "the document was read all the same"
    )
  }

  /// One problem more for each code of which not all were kept.
  private mutating func reportRest() {
    for (code, count) in counts.sorted(by: { $0.key < $1.key }) where count > 100 {
      guard let last = problems.last(where: { $0.code == code }) else { continue }
      problems.append(
        FeedProblem(
          code: code,
          line: last.line,
          column: last.column,
          message: "\(count - 100) more of the same follow",
          recovery: last.recovery
        )
      )
    }
    counts = [:]
  }

  /// Takes note of an element outside of items that was closed.
  mutating func closed(_ index: Int, depth: Int, _ tape: XMLTape) {
    guard depth <= 3 else { return }
    switch tape.tag(index) {
    case .author where tape.tag(0) == .feed && depth == 1:
      let person = PersonReading.person(index, tape, scope: documentScope.inside(0, tape))
      if let person { feedAuthors.append(person) }
    case .link:
      // Only RSS, whose publishers write references as their page would; Atom knows xml:base.
      guard tape.tag(0) == .rss || tape.tag(0) == .rdfRDF else { return }
      let rel = tape.someAttribute(index, .rel) ?? "alternate"
      guard rel == "self" || rel == "alternate", rel == "self" || feedAddress == nil,
        let address = tape.someAttribute(index, .href) ?? tape.someText(index),
        Web.isAddress(address)
      else { return }
      feedAddress = address
    case .language, .dcLanguage: feedLanguage = tape.someText(index) ?? feedLanguage
    default: break
    }
  }

  /// Reads the item at `index` inside the elements `ancestors`.
  mutating func item(_ index: Int, ancestors: [UInt32], _ tape: XMLTape, truncated: Bool) {
    itemCount += 1
    if !truncated { wholeItems += 1 }
    guard itemCount <= options.limits.items else {
      limit("items", line: Int(tape.records[index].start), options.limits.items)
      return
    }
    var scope = documentScope
    for ancestor in ancestors { scope = scope.inside(Int(ancestor), tape) }
    scope = scope.inside(index, tape)
    if scope.base == nil { scope.base = feedAddress }
    if scope.language == nil { scope.language = feedLanguage }
    let isRSS = tape.tag(index) == .item
    var reader = ItemReader(
      tape: tape,
      scope: scope,
      isRSS: isRSS,
      limits: options.limits
    )
    reader.read(index)
    // Moved, not copied: a copy would count the references of some forty fields.
    var item = ParsedItem()
    swap(&item, &reader.item)
    item.isTruncated = truncated
    // RFC 4287, 4.2.1: the authors of the feed are those of entries without any.
    if item.authors.isEmpty { item.authors = item.source?.authors ?? [] }
    if item.authors.isEmpty { item.authors = feedAuthors }
    if reader.extensions.isFull {
      limit("extensions", line: item.line, options.limits.extensions)
    }
    checkDates(of: item)
    items.append(ParsedItem())
    swap(&items[items.count - 1], &item)
  }

  /// Reports dates that say nothing, and those that no publisher means.
  private mutating func checkDates(of item: ParsedItem) {
    checkDate(item.publishedText, item.published, item.line)
    checkDate(item.updatedText, item.updated, item.line)
    checkDate(item.createdText, item.created, item.line)
    checkDate(item.expiredText, item.expired, item.line)
  }

  private mutating func checkDate(_ text: String?, _ seconds: Int?, _ line: Int) {
    guard let text else { return }
    guard let seconds else {
      report("date-unreadable", line: line, "no date: \(text.prefix(80))", "it was left out")
      return
    }
    if DateReading.isImplausible(seconds) {
      report("date-implausible", line: line, "an odd date: \(text.prefix(80))", "it was kept")
    }
  }

  /// Gives out the items read so far.
  mutating func takeItems() -> [ParsedItem] {
    defer { items.removeAll(keepingCapacity: true) }
    return items
  }

  /// Reads what stands outside of items.
  mutating func finish(_ tape: XMLTape) -> ParsedFeed {
    reportRest()
    var reader = ChannelReader(tape: tape, limits: options.limits)
    var feed = reader.read(scope: documentScope)
    feed.items = items
    // Authors may come after the entries, too.
    for index in feed.items.indices where feed.items[index].authors.isEmpty {
      feed.items[index].authors = feedAuthors
    }
    feed.problems = problems
    return feed
  }
}

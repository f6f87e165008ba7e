// SPDX-License-Identifier: Apache-2.0
import TextBasics

/// Reads and edits `feeds.conf`.
package enum FeedList {
  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - text: The bytes of the file.
  ///   - path: The name that faults print; relative paths in the file start from its folder.
  ///   - environment: For `${env:NAME}` and `~`.
  ///   - readFile: For `${file:PATH}`; gives the text of a file, or `nil` when it cannot be read.
  ///     Asked only for enabled feeds.
  /// - Returns: What the file says; the warnings are part of it.
  /// - Throws: All faults of the file when at least one of them is an error.
  package static func parse(
    _ text: [UInt8],
    path: String,
    environment: [String: String],
    readFile: (String) -> String?
  ) throws(ConfigurationError) -> FeedListConfiguration {
    let (configuration, faults) = withoutActuallyEscaping(readFile) { readFile in
      let folder = Paths.folder(of: path)
      let secrets = Secrets(environment: environment, folder: folder, readFile: readFile)
      var reader = ConfigurationReader(SectionedFile(text, path: path), secrets: secrets)
      return reader.read()
    }
    let sorted = Set(faults).sorted()
    guard !sorted.contains(where: { $0.severity == .error }) else {
      throw ConfigurationError(faults: sorted)
    }
    var result = configuration
    result.warnings = sorted
    return result
  }
}

/// Reads the sections of a file, in whatever order they come.
private struct ConfigurationReader {
  static let kinds = ["rasad", "defaults", "feed", "host", "digest", "hook"]

  let file: SectionedFile
  let secrets: Secrets
  var configuration: FeedListConfiguration
  var faults: [Fault]

  init(_ file: SectionedFile, secrets: Secrets) {
    self.file = file
    self.secrets = secrets
    faults = file.faults
    configuration = FeedListConfiguration(
      path: file.path,
      seeds: Paths.resolved("seeds", folder: secrets.folder, home: nil)
    )
  }

  mutating func read() -> (FeedListConfiguration, [Fault]) {
    let sections = file.sections.filter { isSound($0) }
    refuseDuplicates(sections)
    for section in sections where section.kind.text == "rasad" { readRasad(section) }
    var defaults = FeedDraft(FeedSource(id: "defaults", url: ""))
    if let section = sections.first(where: { $0.kind.text == "defaults" }) {
      let keys = FeedDraft.keys.filter { $0 != "url" }
      var reader = SectionReader(section, of: file, keys: keys)
      defaults.read(&reader)
      faults += reader.faults
    }
    for section in sections {
      switch section.kind.text {
      case "feed": readFeed(section, defaults)
      case "host": readHost(section)
      case "digest": readDigest(section)
      case "hook": readHook(section)
      default: break
      }
    }
    warnAboutEqualAddresses()
    return (configuration, faults)
  }

  /// Whether the header is one that we know.
  private mutating func isSound(_ section: SectionedFile.Section) -> Bool {
    let kind = section.kind.text
    guard ConfigurationReader.kinds.contains(kind) else {
      complain(
        section.kind,
        "unknown section \(section.header.text)",
        Spelling.suggestion(for: kind, among: ConfigurationReader.kinds)
      )
      return false
    }
    guard kind == "feed" || kind == "host" else {
      if let id = section.id { complain(id, "[\(kind)] takes no name") }
      return true
    }
    guard let id = section.id else {
      let example = kind == "feed" ? "[feed irib-ict]" : "[host www.example.org]"
      complain(section.header, "this section needs a name, as in \(example)")
      return false
    }
    if kind == "feed", !ValueForms.isID(id.text) {
      complain(
        id,
        "\"\(id.text)\" is not an id: a to z, 0 to 9 and hyphens, at most 40",
        ValueForms.id(from: id.text)
      )
    }
    if kind == "host", !ValueForms.isHost(id.text.lowercased()), !id.text.hasPrefix("[") {
      complain(id, "\"\(id.text)\" is not a host name")
    }
    return true
  }

  private mutating func refuseDuplicates(_ sections: [SectionedFile.Section]) {
    var first: [String: Int] = [:]
    for section in sections {
      let name = section.id.map { section.kind.text + " " + $0.text.lowercased() }
      let key = name ?? section.kind.text
      if let line = first[key] {
        complain(section.header, "[\(key)] defined twice; first at line \(line)")
      } else {
        first[key] = section.header.line
      }
    }
  }

  private mutating func readRasad(_ section: SectionedFile.Section) {
    let keys = ["contact", "seeds", "state", "alert-after", "parallel", "memory"]
    var reader = SectionReader(section, of: file, keys: keys)
    if let piece = reader.text("contact") {
      let text = piece.text
      if text.hasPrefix("mailto:") || text.hasPrefix("https://") || text.hasPrefix("http://") {
        configuration.contact = text
      } else if text.contains("@"), !text.contains(" ") {
        configuration.contact = "mailto:" + text
      } else {
        reader.complain(piece, "contact is a mailto: or https:// address")
      }
    }
    if let text = reader.plain("seeds") { configuration.seeds = path(text) }
    if let text = reader.plain("state") { configuration.state = path(text) }
    let year = Duration.seconds(366 * 86_400)
    if let value = reader.duration("alert-after", .zero...year), let value {
      configuration.alertAfter = value
    }
    if let value = reader.count("parallel", 1...512) { configuration.parallel = value }
    if let value = reader.size("memory", 1 << 20...1 << 34) { configuration.memory = value }
    faults += reader.faults
  }

  private mutating func readFeed(_ section: SectionedFile.Section, _ defaults: FeedDraft) {
    var reader = SectionReader(section, of: file, keys: FeedDraft.keys)
    var draft = FeedDraft(
      id: section.id?.text ?? "",
      line: section.header.line,
      defaults: defaults
    )
    draft.read(&reader)
    if section.pairs("url").isEmpty {
      reader.complain(section.header, "\(section.header.text) has no url")
    }
    if draft.source.enabled, draft.password != nil, draft.username == nil,
      let piece = reader.text("password")
    {
      reader.complain(piece, "a password without a username")
    }
    if draft.username != nil || draft.password != nil, draft.source.url.hasPrefix("http://"),
      let piece = reader.text("url")
    {
      reader.complain(piece, "the password travels unencrypted to this URL", severity: .warning)
    }
    faults += reader.faults
    var missing: [Fault] = []
    configuration.feeds.append(
      draft.finished { piece in
        do throws(Secrets.Refusal) {
          return try secrets.resolved(piece.text)
        } catch {
          missing.append(file.fault(at: piece.piece(error.part), error.message))
          return nil
        }
      }
    )
    faults += missing
    checkUser(draft, configuration.feeds.last)
  }

  private mutating func checkUser(_ draft: FeedDraft, _ feed: FeedSource?) {
    if let piece = draft.username, feed?.username?.contains(":") == true {
      complain(piece, "a username holds no \":\"")
    }
  }

  private mutating func readHost(_ section: SectionedFile.Section) {
    var reader = SectionReader(section, of: file, keys: ["max-parallel", "min-gap"])
    var rule = FeedListConfiguration.HostRule(name: section.id?.text.lowercased() ?? "")
    if let value = reader.count("max-parallel", 1...64) { rule.maxParallel = value }
    if let value = reader.duration("min-gap", .zero...(.seconds(3600))), let value {
      rule.minGap = value
    }
    configuration.hosts.append(rule)
    faults += reader.faults
  }

  private mutating func readDigest(_ section: SectionedFile.Section) {
    let keys = [
      "directory", "base-url", "authority", "title", "keep", "settle", "updates",
      "title-isolates", "hub",
    ]
    var reader = SectionReader(section, of: file, keys: keys)
    if let text = reader.plain("directory") { configuration.digest.directory = path(text) }
    if let url = reader.url("base-url") {
      configuration.digest.baseURL = url.hasSuffix("/") ? url : url + "/"
    }
    if let piece = reader.text("authority") {
      if ValueForms.isAuthority(piece.text) {
        configuration.digest.authority = piece.text
      } else {
        reader.complain(piece, "\"\(piece.text)\" is not an authority; write example.org,2026")
      }
    }
    if let text = reader.plain("title") { configuration.digest.title = text }
    if let value = reader.count("keep", 1...10_000) { configuration.digest.keep = value }
    if let value = reader.duration("settle", .zero...(.seconds(7 * 86_400))), let value {
      configuration.digest.settle = value
    }
    let updates = FeedListConfiguration.Updates.allCases.map(\.rawValue)
    if let value = reader.choice("updates", among: updates) {
      configuration.digest.updates = FeedListConfiguration.Updates(rawValue: value) ?? .silent
    }
    if let value = reader.flag("title-isolates") { configuration.digest.titleIsolates = value }
    if let value = reader.url("hub") { configuration.digest.hub = value }
    faults += reader.faults
  }

  private mutating func readHook(_ section: SectionedFile.Section) {
    var reader = SectionReader(section, of: file, keys: ["command", "timeout"])
    var hook = reader.plain("command").map { FeedListConfiguration.Hook(command: $0) }
    if section.pairs("command").isEmpty {
      reader.complain(section.header, "[hook] has no command")
    }
    if let value = reader.duration("timeout", .seconds(1)...(.seconds(3600))), let value {
      hook?.timeout = value
    }
    configuration.hook = hook
    faults += reader.faults
  }

  private mutating func warnAboutEqualAddresses() {
    var first: [String: FeedSource] = [:]
    for feed in configuration.feeds where !feed.url.isEmpty && feed.enabled {
      guard let other = first[feed.url] else {
        first[feed.url] = feed
        continue
      }
      let section = file.sections.first { $0.header.line == feed.line }
      guard let piece = section?.value("url") else { continue }
      let message = "[feed \(other.id)] at line \(other.line) has the same url"
      faults.append(file.fault(at: piece, message, severity: .warning))
    }
  }

  private func path(_ text: String) -> String {
    Paths.resolved(text, folder: secrets.folder, home: secrets.environment["HOME"])
  }

  private mutating func complain(
    _ piece: SectionedFile.Piece,
    _ message: String,
    _ suggestion: String? = nil
  ) {
    faults.append(file.fault(at: piece, message, suggestion: suggestion))
  }
}

// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import Pipeline
import TextBasics

/// The flags that every command takes.
struct Options: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: "The configuration file (default: feeds.conf here or in ~/.config/rasad)."
  )
  var config: String?

  @Option(help: "The state directory (default: ~/.local/state/rasad).")
  var state: String?

  @Flag(name: [.short, .long], help: "Say errors only.")
  var quiet = false

  @Flag(name: [.customShort("v"), .long], help: "Say more; twice for still more.")
  var verbose: Int

  @Flag(help: "Print JSON: one object per line in lists, one object else.")
  var json = false

  @Option(help: "Colours: auto, always or never.")
  var color = Terminal.Color.auto

  @Option(help: "Isolates around right-to-left text: auto (on a terminal), isolate or off.")
  var bidi = Terminal.Bidi.auto

  @Option(help: "Calendar of dates shown: auto (Jalali for Persian), gregorian or jalali.")
  var calendar = DateStyle.Calendar.auto

  @Option(help: "The clock, as RFC 3339 (default: SOURCE_DATE_EPOCH, else now).")
  var now: String?

  var environment: [String: String] { ProcessInfo.processInfo.environment }

  var terminal: Terminal {
    Terminal(
      bidi: bidi,
      color: color,
      environment: environment,
      toTerminal: Output.printsToTerminal
    )
  }

  var places: Places.Request {
    Places.Request(config: config, state: state, environment: environment)
  }

  /// The clock that the user set, or `nil` for the system's own.
  ///
  /// - Throws: a usage failure when `--now` or `SOURCE_DATE_EPOCH` is no instant.
  func fixedClock() throws -> Int? {
    if let now {
      guard let seconds = Timestamp.seconds(now) else {
        throw CommandFailure(
          .usage,
          "--now \(now) is not an RFC 3339 time; write 2025-11-17T07:30:00Z"
        )
      }
      return seconds
    }
    guard let epoch = environment["SOURCE_DATE_EPOCH"], !epoch.isEmpty else { return nil }
    guard let seconds = Int(epoch) else {
      throw CommandFailure(
        .usage,
        "SOURCE_DATE_EPOCH=\(epoch) is not a count of seconds; unset it or give a number"
      )
    }
    return seconds
  }

  func clock() throws -> Int { try fixedClock() ?? Int(Date().timeIntervalSince1970) }
}

/// How instants are shown to a person: UTC, in the calendar asked for.
struct DateStyle: Sendable {
  enum Calendar: String, ExpressibleByArgument, CaseIterable { case auto, gregorian, jalali }
  let calendar: Calendar

  /// `2025-11-17`, or `1404/08/26` in the Jalali calendar.
  func day(_ seconds: Int, language: Language = .unknown) -> String {
    let gregorian = String(Timestamp.text(seconds).prefix(10))
    guard calendar == .jalali || (calendar == .auto && language == .persian),
      let civil = Timestamp.seconds(gregorian).map({ CivilDate(daysSinceEpoch: $0 / 86_400) }),
      let jalali = JalaliDate(civil)
    else { return gregorian }
    let parts = [jalali.year, jalali.month, jalali.day]
    return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: "/")
  }

  func minute(_ seconds: Int, language: Language = .unknown) -> String {
    day(seconds, language: language) + " " + Timestamp.text(seconds).dropFirst(11).prefix(5)
  }
}

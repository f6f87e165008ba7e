// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import DigestServer
import Dispatch
import FeedList
import Foundation
import Pipeline
import TextBasics

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Serve the digest over HTTP on this machine, read-only, with search.",
    discussion: """
      For readers that cannot read files. Pages, feeds, /search, /health and /metrics; feed readers get \
      304 and, if they ask with A-IM: feed, only new entries. It listens on loopback unless told \
      otherwise, and takes a socket from systemd. It ends on SIGINT or SIGTERM.
      """
  )

  @Option(help: "Where to listen: ADDRESS:PORT; port 0 lets the system choose.")
  var listen = "127.0.0.1:8421"

  @Flag(help: "Let --listen name an address that other machines can reach.")
  var allowRemote = false

  @Option(help: "A name to answer to, besides localhost and that of [digest] base-url; repeatable.")
  var host: [String] = []

  @Option(help: "Seconds without a run after which /health answers 503.")
  var staleAfter = 7200

  @OptionGroup var options: Options

  func run() throws {
    let workspace = try Workspace.open(options.places)
    let fixed = try options.fixedClock()
    let digest = ServedDigest(
      workspace: workspace,
      staleAfter: staleAfter,
      now: { fixed ?? Int(Date().timeIntervalSince1970) }
    )
    let (settings, isRemote) = try settings()
    let base = workspace.configuration?.digest.baseURL.flatMap { WebAddress($0)?.host }
    let responder = Responder(
      site: digest.site(),
      hosts: HostPolicy(names: host + (base.map { [$0] } ?? []), takesAddresses: isRemote)
    )
    let server: HTTPServer
    do {
      let log = options.verbose > 0 ? Self.log : nil
      server = try HTTPServer(settings, responder: responder, log: log)
    } catch { throw CommandFailure(.cannotWrite, "\(error)") }
    if !options.quiet {
      let name = settings.address.contains(":") ? "[\(settings.address)]" : settings.address
      Output.talk("serving \(digest.folder) on http://\(name):\(server.port)/")
      if !FileManager.default.fileExists(atPath: digest.folder + "/index.html") {
        Output.talk(
          "no digest is there yet; rasad run or rasad replay makes one, served from then on"
        )
      }
    }
    Self.waitForSignal()
    server.stop()
  }

  /// - Returns: Where to listen, and whether that is more than this machine.
  private func settings() throws -> (HTTPServerSettings, isRemote: Bool) {
    var settings = HTTPServerSettings()
    guard let colon = listen.lastIndex(of: ":"),
      let port = Int(listen[listen.index(after: colon)...])
    else {
      throw CommandFailure(.usage, "--listen \(listen): write ADDRESS:PORT, as 127.0.0.1:8421")
    }
    var address = String(listen[..<colon])
    if address.hasPrefix("["), address.hasSuffix("]") {
      address = String(address.dropFirst().dropLast())
    }
    if address == "localhost" { address = "127.0.0.1" }
    settings.address = address
    settings.port = port
    let environment = options.environment
    // systemd's protocol: sockets from descriptor 3 on, meant for this very process.
    if environment["LISTEN_PID"] == "\(getpid())", environment["LISTEN_FDS"] == "1" {
      settings.socket = 3
      return (settings, allowRemote)
    }
    let isRemote = !address.hasPrefix("127.") && address != "::1"
    if isRemote, !allowRemote {
      throw CommandFailure(
        .usage,
        "--listen \(listen): other machines could read the digest; say --allow-remote if they should"
      )
    }
    return (settings, isRemote)
  }

  private static let log: @Sendable (AccessRecord) -> Void = { record in
    let request = record.request
    var line = "\(record.status) \(record.bytes) \(request.method) \(request.target)"
    for name in ["a-im", "if-none-match", "accept-encoding", "user-agent"] {
      if let value = request.values(name).first { line += " \(name)=\"\(value)\"" }
    }
    Output.talk(Terminal.clean(line))
  }

  private static func waitForSignal() {
    let ended = DispatchSemaphore(value: 0)
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { ended.signal() }
      source.resume()
      return source
    }
    ended.wait()
    sources.forEach { $0.cancel() }
  }
}

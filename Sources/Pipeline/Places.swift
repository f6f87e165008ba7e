// SPDX-License-Identifier: Apache-2.0
package import FeedList
import Foundation

/// Where a command finds its configuration and keeps its state, and why just there.
package struct Places: Sendable {
  /// What the user said on the command line and in the environment.
  package struct Request: Sendable {
    package var config: String?
    package var state: String?
    package var environment: [String: String]
    package init(config: String?, state: String?, environment: [String: String]) {
      self.config = config
      self.state = state
      self.environment = environment
    }
  }

  /// The configuration file, or `nil` when none was found anywhere.
  package let config: String?
  /// Which rule chose ``config``, in words.
  package let configReason: String
  package let state: String
  package let stateReason: String

  /// The database of the state directory.
  package var database: String { state + "/rasad.sqlite" }
  package var lock: String { state + "/run.lock" }

  /// Finds the configuration file: `-c`, `$RASAD_CONFIG`, `./feeds.conf`, the user's own.
  package static func configuration(_ request: Request) -> (path: String?, reason: String) {
    if let path = request.config { return (path, "-c") }
    if let path = request.environment["RASAD_CONFIG"], !path.isEmpty {
      return (path, "RASAD_CONFIG")
    }
    if FileManager.default.fileExists(atPath: "feeds.conf") { return ("feeds.conf", "this folder") }
    if let home = base(request, "XDG_CONFIG_HOME", under: ".config") {
      let path = home + "/rasad/feeds.conf"
      if FileManager.default.fileExists(atPath: path) { return (path, "the user's configuration") }
    }
    return (nil, "no feeds.conf in this folder or in ~/.config/rasad")
  }

  /// Settles every place, once the configuration (if any) has been read.
  ///
  /// - Throws: ``PipelineError/noStateDirectory`` when neither an option, a variable, the
  ///   configuration nor a home directory names one.
  package init(_ request: Request, configuration: FeedListConfiguration?) throws {
    (config, configReason) = Places.configuration(request)
    if let path = request.state {
      (state, stateReason) = (path, "--state")
    } else if let path = request.environment["RASAD_STATE"], !path.isEmpty {
      (state, stateReason) = (path, "RASAD_STATE")
    } else if let path = configuration?.state {
      (state, stateReason) = (path, "[rasad] state in feeds.conf")
    } else if let home = Places.base(request, "XDG_STATE_HOME", under: ".local/state") {
      (state, stateReason) = (home + "/rasad", "the user's state directory")
    } else {
      throw PipelineError.noStateDirectory
    }
  }

  /// The directory that the digest is written to.
  package func publicDirectory(_ configuration: FeedListConfiguration?) -> String {
    configuration?.digest.directory ?? state + "/public"
  }

  private static func base(_ request: Request, _ variable: String, under home: String) -> String? {
    // The XDG base directory specification: a relative path in these variables is ignored.
    if let path = request.environment[variable], path.hasPrefix("/") { return path }
    return request.environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/" + home }
  }
}

// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Foundation
import TextBasics

/// From the command line to an exit status: the one place where the process ends.
enum EntryPoint {
  /// Runs the command that `arguments` name and ends the process with its status.
  static func run(_ arguments: [String]) async -> Never {
    if arguments.contains("--version") { version(arguments) }
    if let unknown = unknownCommand(arguments) { misspelt(unknown) }
    do {
      var command = try RasadCommand.parseAsRoot(arguments)
      if var later = command as? any AsyncParsableCommand {
        try await later.run()
      } else {
        try command.run()
      }
      Output.finish(status: .done)
    } catch let failure as CommandFailure {
      Output.error(failure.description)
      Output.finish(status: failure.status)
    } catch let status as ExitStatus {
      Output.finish(status: status)
    } catch {
      finish(error)
    }
  }

  /// Ends with what swift-argument-parser says of `error`: help (0), usage (64); else a bug (70).
  private static func finish(_ error: any Error) -> Never {
    let code = RasadCommand.exitCode(for: error)
    let message = RasadCommand.fullMessage(for: error)
    if code == .success {
      Output.line(message)
      Output.finish(status: .done)
    }
    if code == .validationFailure {
      Output.error(message, prefixed: false)
      Output.finish(status: .usage)
    }
    let status = Failures.status(of: error)
    Output.error(Failures.sentence(for: error))
    if status == .bug {
      Output.error("this is a bug in rasad; please report it with the command and this line")
    }
    Output.finish(status: status)
  }

  private static func version(_ arguments: [String]) -> Never {
    Output.line("rasad \(Version.number)")
    if arguments.contains(where: { $0.hasPrefix("-v") }) { Version.libraries.forEach(Output.line) }
    Output.finish(status: .done)
  }

  /// The first word that should be a command but is none.
  private static func unknownCommand(_ arguments: [String]) -> String? {
    var takesValue = false
    for argument in arguments {
      if takesValue {
        takesValue = false
      } else if argument.hasPrefix("-") {
        takesValue = ["-c", "--config", "--state", "--color", "--bidi", "--calendar", "--now"]
          .contains(argument)
      } else {
        let names = RasadCommand.configuration.subcommands.compactMap { $0._commandName }
        return (names + ["help"]).contains(argument) ? nil : argument
      }
    }
    return nil
  }

  private static func misspelt(_ word: String) -> Never {
    let names = RasadCommand.configuration.subcommands.map { $0._commandName }
    let near = names.min {
      Spelling.distance(from: word, to: $0) < Spelling.distance(from: word, to: $1)
    }
    var message = "unknown command '\(word)'"
    if let near, Spelling.distance(from: word, to: near) <= 2 {
      message += ", did you mean '\(near)'?"
    }
    Output.error(message + " (rasad --help lists the commands)")
    Output.finish(status: .usage)
  }
}

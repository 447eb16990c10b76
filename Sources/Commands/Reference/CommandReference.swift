import ArgumentParser

/// docs/reference/commands.md: what `--help` says of each command, in the order in which it lists them.
struct CommandReference {
    /// Of the pages; a terminal's own width would make them differ from one machine to the next.
    private static let columns = 100

    func markdown() -> String {
        """
        # Commands

        Made from the program's own help by `make reference`; do not edit.

        Results go to standard output, everything else to standard error; a progress bar is drawn on a terminal only.

        | ends with | when |
        |---|---|
        | 0 | done |
        | 1 | refused: nothing of it was done, or the message says what was; the message says what to do |
        | 2 | misused: the command line was not understood |
        | 3 | done, and differences were found: rows to correct, a ledger that is not sound, figures that give others away |

        """ + sections(of: Rapporteur.self, under: []).joined()
    }

    private func sections(of command: any ParsableCommand.Type, under parents: [String]) -> [String] {
        let path = parents + [command._commandName]
        let own = """

            ## \(path.joined(separator: " "))

            ```
            \(Rapporteur.helpMessage(for: command, columns: Self.columns))
            ```

            """
        return [own] + command.configuration.subcommands.flatMap { sections(of: $0, under: path) }
    }
}

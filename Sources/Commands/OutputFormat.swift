import ArgumentParser

/// `--format`: how a result is written to standard output.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv
}

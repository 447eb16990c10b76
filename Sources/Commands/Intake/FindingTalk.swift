import ArgumentParser
import Vocabulary

/// What is said after a small list was brought in.
enum FindingTalk {
    /// Findings into a file where one is named, else a line each to whoever runs the command.
    static func tell(_ findings: [Finding], at path: String?) throws {
        guard let path else {
            for finding in findings {
                Talk.say("\(finding.code) line \(finding.place.row.map(String.init) ?? "-"): \(finding.message)")
            }
            return
        }
        let file = LazyFile(path, head: FindingLine.header)
        for finding in findings { try file.write(FindingLine.bytes(finding)) }
        try file.close()
        Talk.say("\(findings.count) findings: \(path)")
    }

    /// The findings, then how many rows there were, went in and were left out.
    ///
    /// - Throws: `ExitCode` for found differences where rows were left out.
    static func finish(rows: Int, new: Int, _ findings: [Finding], at path: String?) throws {
        try tell(findings, at: path)
        let wrong = Set(findings.filter { $0.weight == .error }.map(\.place.row)).count
        print("rows      \(rows)")
        print("new       \(new)")
        print("left out  \(wrong)")
        if wrong > 0 { throw ExitCode(Ending.foundDifferences) }
    }
}

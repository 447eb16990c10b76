import Access
import ArgumentParser
import Disclosure
import Foundation
import Publication

struct ReleaseShow: RuledCommand {
    /// What a released file may be asked for as.
    enum FileFormat: String, CaseIterable, ExpressibleByArgument {
        case csv
        case sdmxCSV = "sdmx-csv"
        case json
    }

    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Print the files of a release as they were published.")
    static let rule = CommandRule.post(.public, [.readRelease])
    static let output = CommandOutput.markedRows

    @Argument(help: "The number of the release.")
    var number: Int

    @Option(name: .customLong("table"), help: "Only this table.")
    var table: String?

    @Option(help: "csv, sdmx-csv, or json for the manifest.")
    var format: FileFormat = .csv

    @OptionGroup var register: RegisterFolder

    func run() throws {
        _ = try Self.grant(.readRelease)
        let archives = try ReleaseFolder(of: register).archives()
        guard let archive = archives.first(where: { $0.release.number == number }) else {
            throw CommandFailure.unknownName(
                kind: "release", name: String(number), known: archives.map { String($0.release.number) })
        }
        let names = archive.release.tables.map(\.name)
        if let table, !names.contains(table) {
            throw CommandFailure.unknownName(kind: "table", name: table, known: names)
        }
        let files: [String] =
            switch format {
            case .json: ["manifest.json"]
            case .csv: names.filter { table == nil || $0 == table }.map { "\($0).csv" }
            case .sdmxCSV: names.filter { table == nil || $0 == table }.map { "\($0).sdmx.csv" }
            }
        for file in files { FileHandle.standardOutput.write(Data(archive.files[file] ?? [])) }
    }
}

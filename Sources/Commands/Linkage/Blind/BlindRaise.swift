import ArgumentParser
import Linkage

struct BlindRaise: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "raise", abstract: "Put your key on another agency's codes, in an exchange.",
        discussion: """
            Do this once for each party and round, and only for a packet of the size that was agreed: every code in it is \
            a question that its sender could ask about your records.
            """)
    static let rule = CommandRule.files
    static let output = CommandOutput.sealed

    @Argument(help: "The other agency's codes.")
    var codes: String

    @Option(help: "Your key of the exchange.")
    var key: String

    @Option(help: "The other agency's card: the codes must be signed by it.")
    var from: String?

    @Option(name: .customLong("as"), help: "The key of your agency, to sign the result with.")
    var agency: String?

    @Option(help: "The most records that were agreed; a larger packet is refused.")
    var most: Int?

    @Option(help: "The file of codes to write.")
    var out: String

    func run() throws {
        let key = try BlindFiles.runKey(key)
        let packet = try CodePacket(file: BlindFiles.read(codes), from: from.map { try BlindFiles.card($0) })
        if let most, packet.header.records > most {
            throw LinkageFailure.notComparable(
                reason: "the packet has \(packet.header.records) records and \(most) were agreed")
        }
        let bar = ProgressBar(label: "Raising")
        defer { bar.end() }
        let raised = try packet.raised(by: key) { bar.show($0, of: packet.header.records, detail: "records") }
        try BlindFiles.write(raised.file(signedBy: agency.map { try BlindFiles.agencyKey($0) }), to: out)
        print(
            "\(raised.header.keys.count) of \(raised.header.parties) keys are on the codes of \(raised.header.agency).")
    }
}

import ArgumentParser
import Foundation
import Intake
import Linkage

struct BlindEncode: RuledCommand {
    static let configuration = CommandConfiguration(
        commandName: "encode", abstract: "Turn an agency's records into codes that may leave it.",
        discussion: """
            With --roles, the safe way: keys of names, dates and numbers that share one slip, each tag once only. With \
            --schema, filters as clkhash makes them, for partners who need them: these can be attacked by whoever knows \
            the population. The list of tokens stays at home: it alone says which code is which record.
            """)
    static let rule = CommandRule.files
    static let output = CommandOutput.sealed

    @Argument(help: "A CSV or XLSX file of records of persons.")
    var file: String

    @Option(help: "What the columns say: given=first_name,family=surname,birth=date_of_birth,…")
    var roles: String?

    @Option(help: "A linkage schema of clkhash, version 3, instead of --roles.")
    var schema: String?

    @Option(help: "The key of the run, or for --schema a file with the secret text.")
    var key: String

    @OptionGroup var terms: TermOptions

    @Option(name: .customLong("id"), help: "The column by which records are named in the list of tokens.")
    var idColumn: String?

    @Flag(name: .customLong("one-to-one"), help: "Nobody is twice in the file: do not look for duplicates first.")
    var isOneToOne = false

    @Option(help: "For --schema: a column whose text never changes, such as the year of birth, that salts the filters.")
    var salt: String?

    @Flag(help: "For --schema: filters in which half of the bits are set, whoever it is.")
    var balanced = false

    @Option(help: "The file of codes to write.")
    var out: String

    @Option(help: "The list of tokens to write (default: the file of codes with .tokens.csv). It stays at home.")
    var tokens: String?

    @Option(help: "For --schema: also write the bare filters as clkhash does, JSON; in the order of the rows.")
    var clks: String?

    @Option(name: .customLong("as"), help: "The key of your agency, to sign the codes with.")
    var agency: String?

    func validate() throws {
        if (roles == nil) == (schema == nil) { throw ValidationError("Give either --roles or --schema.") }
        if schema == nil, salt != nil || balanced || clks != nil {
            throw ValidationError("--salt, --balanced and --clks go with --schema.")
        }
        if clks != nil, salt != nil || balanced {
            throw ValidationError("clkhash knows neither --salt nor --balanced: leave out --clks.")
        }
        let places = [out, tokenPlace, clks].compactMap { $0 }.map { URL(filePath: $0).standardizedFileURL.path }
        if Set(places + [URL(filePath: file).standardizedFileURL.path]).count != places.count + 1 {
            throw ValidationError("Two of the files are the same. Name another place.")
        }
    }

    private var tokenPlace: String { tokens ?? out + ".tokens.csv" }

    func run() throws {
        let key = try runKey()
        let signer = try agency.map { try BlindFiles.agencyKey($0) }
        let name = signer?.name ?? URL(filePath: file).deletingPathExtension().lastPathComponent
        let encoding = BlindEncoding(file: file, idColumn: idColumn, maker: PacketMaker(key, agency: name))
        let encoded: BlindEncoding.Encoded
        if let roles {
            encoded = try encoding.keys(ColumnRoles(parsing: roles), isOneToOne: isOneToOne)
        } else {
            let hardening = FilterHardening(saltColumn: salt, isBalanced: balanced)
            encoded = try encoding.filters(
                schema: BlindFiles.read(schema ?? ""), hardening: hardening, secret: key.filterSecret)
        }
        let bytes = try encoded.made.packet.file(signedBy: signer)
        if let clks { try BlindFiles.write(encoded.clks(), to: clks) }
        try encoded.writeTokens(to: tokenPlace)
        try BlindFiles.write(bytes, to: out)
        let header = encoded.made.packet.header
        print(
            "\(header.records) records, \(header.persons) persons, \(header.slots) codes each."
                + (header.isComparable ? "" : " They wait for the keys of \(header.parties - 1) more (blind raise)."))
        if encoded.unfindable > 0 {
            BlindFiles.talk(
                "Of these persons nobody can be found by a partner: \(encoded.unfindable). All that is said of each is said "
                    + "of somebody else in the file too, so no code is sent of it. Name more columns with --roles.")
        }
        BlindFiles.talk("Keep “\(tokenPlace)” at home: it says which code is which record.")
    }

    private func runKey() throws -> RunKey {
        let bytes = try BlindFiles.read(key)
        if RunKey.isKeyFile(bytes) {
            let known = try RunKey(file: bytes)
            if !terms.isEmpty, try terms.terms() != known.terms {
                throw LinkageFailure.unusableKey(
                    reason: "it was made for other terms; leave out --project and the like")
            }
            return known
        }
        let text = Array(String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines).utf8)
        let made = try RunKey(text: text, terms: terms.terms())
        if made.size < 16 {
            guard schema != nil else {
                throw LinkageFailure.unusableKey(
                    reason: "a secret text of fewer than 16 characters is guessed; make one with “rapporteur blind key”"
                )
            }
            BlindFiles.talk("The secret has fewer than 16 characters: it can be guessed.")
        }
        return made
    }
}

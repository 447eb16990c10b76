import Crypto
import Foundation

/// The codes of an agency's records: the one file that leaves it.
///
/// On disk: a line that names the format, four bytes with the header's length, the header as JSON, of every record a
/// token and its codes, the SHA-256 of all that, and the agency's signature of it where there is one.
package struct CodePacket: Sendable {
    package internal(set) var header: PacketHeader
    /// Record after record, ``tokenWidth`` bytes that mean something to the agency only.
    let tokens: [UInt8]
    /// Record after record, `slots * width` bytes.
    var codes: [UInt8]

    static let tokenWidth = 12
    private static let format = Array("rapporteur blind codes 1\n".utf8)
    private static let digestWidth = 32
    private static let signatureWidth = 64

    /// The token of a record, as it is written in lists of pairs.
    package func token(_ record: Int) -> String {
        tokens[record * CodePacket.tokenWidth..<(record + 1) * CodePacket.tokenWidth]
            .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The packet as a file.
    ///
    /// - Parameter agency: Signs it, where given.
    /// - Throws: ``LinkageFailure/unusableKey(reason:)``.
    package func file(signedBy agency: AgencyKey?) throws(LinkageFailure) -> [UInt8] {
        var header = header
        header.isSigned = agency != nil
        let head = BlindJSON.bytes(header)
        var bytes = CodePacket.format
        bytes.reserveCapacity(bytes.count + head.count + tokens.count + codes.count + 128)
        for shift in stride(from: 24, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: head.count >> shift))
        }
        bytes += head
        let size = header.slots * header.width
        for record in 0..<header.records {
            bytes += tokens[record * CodePacket.tokenWidth..<(record + 1) * CodePacket.tokenWidth]
            bytes += codes[record * size..<(record + 1) * size]
        }
        let digest = Array(SHA256.hash(data: bytes))
        bytes += digest
        if let agency { bytes += try agency.signature(of: digest) }
        return bytes
    }

    /// Reads a packet.
    ///
    /// - Parameter card: The agency that it must be signed by, where known.
    /// - Throws: ``LinkageFailure/damagedPacket(reason:)`` for what is cut, changed or of somebody else.
    package init(file bytes: [UInt8], from card: AgencyCard? = nil) throws(LinkageFailure) {
        let start = CodePacket.format.count + 4
        guard bytes.starts(with: CodePacket.format), bytes.count > start else {
            throw .damagedPacket(reason: "it is no packet of codes")
        }
        let length = bytes[CodePacket.format.count..<start].reduce(0) { $0 << 8 | Int($1) }
        guard length < 1 << 24, start + length <= bytes.count,
            let header = try? JSONDecoder().decode(PacketHeader.self, from: Data(bytes[start..<start + length]))
        else { throw .damagedPacket(reason: "its header cannot be read") }
        let terms = header.terms
        _ = try Terms(
            project: terms.project, legalBasis: terms.legalBasis, consent: terms.consent, purpose: terms.purpose)
        try CodePacket.check(header)
        let size = header.slots * header.width
        let end = start + length + header.records * (CodePacket.tokenWidth + size)
        let tail = CodePacket.digestWidth + (header.isSigned ? CodePacket.signatureWidth : 0)
        guard bytes.count == end + tail else {
            throw .damagedPacket(
                reason: "it has \(bytes.count) bytes and should have \(end + tail): it was cut or added to")
        }
        let digest = Array(bytes[end..<end + CodePacket.digestWidth])
        guard digest == Array(SHA256.hash(data: bytes[..<end])) else {
            throw .damagedPacket(reason: "its checksum does not fit: it was changed on the way")
        }
        if let card {
            guard header.isSigned, card.signed(Array(bytes[(end + CodePacket.digestWidth)...]), digest) else {
                throw .damagedPacket(reason: "it is not signed by \(card.name)")
            }
        }
        self.header = header
        var (tokens, codes): ([UInt8], [UInt8]) = ([], [])
        tokens.reserveCapacity(header.records * CodePacket.tokenWidth)
        codes.reserveCapacity(header.records * size)
        var place = start + length
        for _ in 0..<header.records {
            tokens += bytes[place..<place + CodePacket.tokenWidth]
            codes += bytes[place + CodePacket.tokenWidth..<place + CodePacket.tokenWidth + size]
            place += CodePacket.tokenWidth + size
        }
        self.tokens = tokens
        self.codes = codes
    }

    init(header: PacketHeader, tokens: [UInt8], codes: [UInt8]) {
        self.header = header
        self.tokens = tokens
        self.codes = codes
    }

    private static func check(_ header: PacketHeader) throws(LinkageFailure) {
        let isSound =
            (0...50_000_000).contains(header.records) && (0...header.records).contains(header.persons)
            && (1...10_000).contains(header.slots) && (1...8).contains(header.parties)
            && (1...header.parties).contains(header.keys.count)
        let isFit =
            switch header.kind {
            case .keys: header.width == (header.isComparable ? Tags.width : Tags.pointWidth) && !header.plan.isEmpty
            case .filters: header.slots == 1 && (1...1 << 17).contains(header.width)
            }
        guard isSound, isFit else { throw .damagedPacket(reason: "its header contradicts itself") }
    }
}

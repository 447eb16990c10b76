import ArgumentParser
import Linkage

/// What a run rests on: asked for where a key is made, and carried by the key from then on.
struct TermOptions: ParsableArguments {
    @Option(help: "The project or agreement under which the parties compare.")
    var project: String?

    @Option(name: .customLong("legal-basis"), help: "The law or agreement that allows it.")
    var legalBasis: String?

    @Option(help: "How the persons agreed, or why their consent is not needed.")
    var consent: String?

    @Option(help: "For what the result may be used.")
    var purpose: String?

    /// - Throws: ``LinkageFailure/termMissing(name:)``.
    func terms() throws -> Terms {
        try Terms(project: project ?? "", legalBasis: legalBasis ?? "", consent: consent ?? "", purpose: purpose ?? "")
    }

    var isEmpty: Bool { project == nil && legalBasis == nil && consent == nil && purpose == nil }
}

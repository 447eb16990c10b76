import Access
import Ledger
import Mechanisms
package import Vocabulary

extension Registry {
    /// The papers that the one who asks may read, with their relations.
    package func library(_ asking: Asking) throws -> Library {
        guard let keptLibrary else { throw RegistryRefusal.unknownMechanism(name: "library-document") }
        let documents = try keptLibrary.documents.read(ledger)
        let relations = try keptLibrary.relations.read(ledger)
        var hidden = try hidden(
            among: documents.values.keys, closed: documents.closed, of: mechanism("library-document"), asking)
        hidden.formUnion(
            try self.hidden(
                among: relations.values.keys, closed: relations.closed, of: mechanism("document-relation"), asking))
        return keptLibrary.library(documents, relations, without: hidden)
    }

    /// The text of a paper; its being read is written down. Nil where the library has only what is said of it.
    ///
    /// - Throws: ``RegistryRefusal/notFound`` as ``read(_:_:asOf:)``.
    package func text(of document: RecordID, _ asking: Asking) throws -> String? {
        let (grant, standpoint) = try leave(asking, .read, on: document)
        guard standpoint.mechanism.name == "library-document" else { throw RegistryRefusal.notFound }
        guard let state = try ledger.record(document), state.state == "held", state.fields["hash"] != nil else {
            return nil
        }
        return String(decoding: try ledger.attachment(of: document, under: grant), as: UTF8.self)
    }
}

/// The release. Counted up by hand when one is cut.
package enum Version {
  package static let number = "0.1.0"
}

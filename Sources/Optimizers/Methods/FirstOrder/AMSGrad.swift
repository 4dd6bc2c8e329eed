/// Adam whose mean square never shrinks: v̄ ← max(v̄, v) divides in place of v.
///
/// Three variants: `torch`, the default, takes the maximum of v and corrects its bias afterwards; `optax` takes that of the
/// corrected v̂; `paper` is the paper's Algorithm 2, whose means are not corrected at all (ε is Adam's; the paper has none).
/// State, options and defaults are Adam's.
enum AMSGrad: MethodPreset {
  typealias Base = Adam
  static let info = Adam.info.preset(
    id: "amsgrad", name: "AMSGrad", defaults: ["amsgrad": "true"],
    source: "Reddi, Kale and Kumar, On the Convergence of Adam and Beyond, ICLR 2018")
}

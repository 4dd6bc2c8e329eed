/// Adam whose weight decay acts on the iterate, x ← (1 − ηλ)x, and leaves the gradient alone.
///
/// State, options and defaults are Adam's, except λ = 0.01, PyTorch's. Decay pulls toward the origin: where the minimizer is
/// elsewhere, AdamW comes to rest beside it.
enum AdamW: MethodPreset {
  typealias Base = Adam
  static let info = Adam.info.preset(
    id: "adamw", name: "AdamW", defaults: ["decoupled": "true", "weightDecay": "0.01"],
    source: "Loshchilov and Hutter, Decoupled Weight Decay Regularization, ICLR 2019")
}

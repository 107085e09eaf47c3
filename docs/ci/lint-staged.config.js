// For lint-staged: run it as `lint-staged --hide-unstaged`.
export default {
  // lint-staged stages only the files that it passes, which are the specs.
  "spec/**/*.{yaml,yml}": ["statusgen generate", "git add generated"],
};

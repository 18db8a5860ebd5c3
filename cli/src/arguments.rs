//! The command line: every verb with its options.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, ValueHint};

/// Turns an article into an interactive explainer for any web page.
///
/// An article becomes a document (`new`), the document is checked while it is marked up (`check`, `preview`), and pages
/// are made of it (`build`).
#[derive(Debug, Parser)]
#[command(name = "explainer", version)]
pub struct Cli {
    /// Say errors only.
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Say each file that is read and written.
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    pub verbose: bool,
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    New(New),
    Check(Check),
    Build(Build),
    Preview(Preview),
    Import(Import),
    Export(Export),
    Prerender(Prerender),
    Assets(Assets),
    Schema(Schema),
    Completions(Completions),
    Manual(Manual),
}

/// Makes a document of an article's plain text, with every guess marked for you to confirm.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  explainer new talks.txt -o talks.md")]
pub struct New {
    /// The article, as plain text.
    #[arg(value_hint = ValueHint::FilePath)]
    pub article: PathBuf,
    /// Where the document goes; without it, beside the article, with the ending .md.
    #[arg(short, long, value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
    /// Write over a document that is there.
    #[arg(long)]
    pub force: bool,
}

/// Says everything that is wrong with documents, where, and how to mend it.
///
/// Exits with 0 where every document can be shown, with 1 where one can't, and with 2 where a file can't be read.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  explainer check talks.md")]
pub struct Check {
    /// The documents.
    #[arg(required = true, value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
    /// How to say it.
    #[arg(long, value_enum, default_value_t)]
    pub format: ReportFormat,
}

/// How problems are said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    /// For people, with the words underlined.
    #[default]
    Text,
    /// One JSON object.
    Json,
    /// Annotations in a GitHub workflow.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
}

/// Makes pages of documents: whole pages, fragments to paste, pages for frames, JSON, and a list for a sitemap.
///
/// Of NAME.md become NAME.html, NAME.fragment.html to paste, NAME.embed.html for a frame, NAME.frame.html with that
/// frame to paste, NAME.plain.html to paste where little else is let through, NAME.json and NAME.oembed.json; of all
/// together index.html where there are several and, with --base-url, urls.txt and sitemap.xml. The lists are of the
/// documents of one run. What pages share is in the folder explainer.
///
/// With --base-url, a document without an image of its own gets one for those who share its link: NAME.png, 1200 by 630
/// pixels, with its headline, its publisher and its timeline.
///
/// Where a document has errors nothing is written, and the exit code is 1; where a file can't be read or written it is
/// 2. Documents that have not changed since the last run are not built again. Nothing is ever deleted.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  explainer build articles/*.md -o site")]
pub struct Build {
    /// The documents: Markdown, or JSON in the exchange form.
    #[arg(required = true, value_hint = ValueHint::FilePath)]
    pub files: Vec<PathBuf>,
    /// The folder that the pages go to.
    #[arg(short, long, value_hint = ValueHint::DirPath)]
    pub output: PathBuf,
    /// The address at which the folder will be found; sitemaps, and previews of links with their pictures, need whole
    /// addresses.
    #[arg(long, value_hint = ValueHint::Url)]
    pub base_url: Option<String>,
    /// Write each file compressed too, as NAME.br and NAME.gz, for servers that send these in place of NAME.
    ///
    /// Files that are compressed in the folder already are kept in step without it.
    #[arg(long)]
    pub compress: bool,
    /// Write the stylesheets into the pages: they are painted a round trip earlier, and weigh more.
    ///
    /// A content security policy without 'unsafe-inline' has to name their hashes, which are printed.
    #[arg(long)]
    pub inline_style: bool,
    /// Build everything, changed or not.
    #[arg(long)]
    pub force: bool,
}

/// Shows a document in the browser, and again each time it is saved, with its problems beside the places they concern.
///
/// It answers on this machine only. Ctrl-C ends it.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  explainer preview talks.md")]
pub struct Preview {
    /// The document.
    #[arg(value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
    /// The port on this machine; 0 takes a free one.
    #[arg(short, long, default_value_t = 4000)]
    pub port: u16,
}

/// Makes a document of a TimelineJS 3 JSON file or an ArchieML file, and says what could not be carried over.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  explainer import timeline.json -o talks.md")]
pub struct Import {
    /// The file.
    #[arg(value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
    /// What the file is; without it, told by its content.
    #[arg(long, value_enum)]
    pub from: Option<ImportFormat>,
    /// Where the document goes; without it, to standard output.
    #[arg(short, long, value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

/// What can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ImportFormat {
    /// TimelineJS 3 JSON.
    Timelinejs,
    /// ArchieML.
    Archieml,
}

/// Writes a document in another form.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  explainer export talks.md -o talks.json")]
pub struct Export {
    /// The document: Markdown, or JSON in the exchange form.
    #[arg(value_hint = ValueHint::FilePath)]
    pub file: PathBuf,
    /// Which form.
    #[arg(long, value_enum, default_value_t)]
    pub to: ExportFormat,
    /// Where to; without it, to standard output.
    #[arg(short, long, value_hint = ValueHint::FilePath)]
    pub output: Option<PathBuf>,
}

/// What can be exported.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// The exchange form, for <article-explainer src="….json">.
    #[default]
    Json,
    /// The document itself, written anew.
    Markdown,
    /// TimelineJS 3 JSON: the events and what the article says of them.
    Timelinejs,
}

/// Puts the explainer's HTML into every <article-explainer> of a page, so that it reads without script.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  explainer prerender public/index.html --assets /explainer/")]
pub struct Prerender {
    /// The pages; they are rewritten in place.
    #[arg(required = true, value_hint = ValueHint::FilePath)]
    pub pages: Vec<PathBuf>,
    /// Where the files of `explainer assets` are, as seen from the page.
    #[arg(long, value_name = "FOLDER", default_value = "")]
    pub assets: String,
    /// Where the stylesheet is, as seen from the page; without it, where `explainer assets` put it.
    #[arg(long, value_name = "ADDRESS")]
    pub stylesheet: Option<String>,
    /// Write the stylesheet into the page: it is painted a round trip earlier, and weighs more.
    ///
    /// A content security policy without 'unsafe-inline' has to name its hash, which is printed.
    #[arg(long, conflicts_with = "stylesheet")]
    pub inline_style: bool,
}

/// Writes the files that a page needs beside it.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  explainer assets public/explainer")]
pub struct Assets {
    /// The folder they go to.
    #[arg(value_hint = ValueHint::DirPath, required_unless_present = "tag")]
    pub folder: Option<PathBuf>,
    /// Print the tag that loads them, with the hash of the script, which knows those of the other files.
    #[arg(long, conflicts_with = "without_program")]
    pub tag: bool,
    /// Write each file compressed too, as NAME.br and NAME.gz, for servers that send these in place of NAME.
    #[arg(long)]
    pub compress: bool,
    /// Leave the program out: write the stylesheet and the words of the interface only.
    #[arg(long)]
    pub without_program: bool,
}

/// Prints the JSON Schema of documents, for editors that help while one writes.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  explainer schema front-matter > front-matter.schema.json")]
pub struct Schema {
    /// Of what.
    #[arg(value_enum, default_value_t)]
    pub of: SchemaOf,
}

/// What there is a schema of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// The exchange form (JSON).
    #[default]
    Json,
    /// The front matter of documents (TOML).
    FrontMatter,
}

/// Prints the completions for a shell.
#[derive(Debug, Args)]
#[command(
    after_help = "Example:\n  explainer completions bash > ~/.local/share/bash-completion/completions/explainer"
)]
pub struct Completions {
    /// The shell.
    pub shell: clap_complete::Shell,
}

/// Prints the manual page.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  explainer manual | man -l -")]
pub struct Manual {}

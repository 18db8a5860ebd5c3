//! Whether the element is what its manifest says (`npm/custom-elements.json`, `npm/explainer.d.ts`): what is changed in
//! one of them has to be changed in the other.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use crate::test::{Test, test};
use crate::bench::Bench;
use crate::reader::Reader;
use crate::site::Site;
use crate::window::{self, Shown};

pub const TESTS: &[Test] = &[
    test("the element has the properties and methods of its manifest, and no others", members).quick(),
    test("the element has the attributes of its manifest, and no others", attributes).quick(),
    test("the element fires the events of its manifest, with what its types say", events),
    test("the element has the parts of its manifest, and no others", parts),
    test("every custom property of the manifest changes what the explainer looks like", properties),
    test("a change of any attribute changes the element", changes),
];

/// The declaration of the element in its manifest.
fn manifest() -> Result<Value> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("npm/custom-elements.json");
    let manifest: Value = serde_json::from_slice(&std::fs::read(file)?)?;
    Ok(manifest["modules"][0]["declarations"][0].clone())
}

/// The names in a list of the manifest.
fn names(list: &Value) -> Result<BTreeSet<String>> {
    let list = list.as_array().context("a list")?;
    let names = list.iter().map(|each| each["name"].as_str());
    names
        .map(|name| Ok(name.context("a name")?.to_owned()))
        .collect()
}

/// Names that a script has gathered.
fn gathered(answer: &Value) -> BTreeSet<String> {
    let list = answer.as_array().into_iter().flatten();
    list.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// What the platform calls, not the page.
const CALLBACKS: &str =
    "['constructor', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback']";

fn members(bench: &Bench) -> Result<()> {
    let manifest = manifest()?;
    let members = manifest["members"].as_array().context("members")?.clone();
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        let script = format!(
            "const of = Object.getOwnPropertyDescriptors(Object.getPrototypeOf(host));
            return Object.entries(of).filter(([name]) => !{CALLBACKS}.includes(name))
                .map(([name, it]) => [name, it.value ? 'method' : 'field', !it.value && !it.set])"
        );
        let found = reader.ask(&script).await?;
        let mut found: Vec<_> = found.as_array().context("members")?.clone();
        let said = |each: &Value| {
            let is_readonly = each["readonly"].as_bool().unwrap_or_default();
            json!([each["name"], each["kind"], is_readonly])
        };
        let mut expected: Vec<_> = members.iter().map(said).collect();
        found.sort_by_key(Value::to_string);
        expected.sort_by_key(Value::to_string);
        ensure!(
            found == expected,
            "the element has {found:?}, the manifest {expected:?}"
        );
        Ok(())
    })
}

fn attributes(bench: &Bench) -> Result<()> {
    let manifest = manifest()?;
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        // Those that are observed, those that properties set, and what the element sets itself.
        let found = reader
            .ask("
                const names = new Set(host.constructor.observedAttributes);
                const element = document.createElement('article-explainer');
                for (const [name, it] of Object.entries(Object.getOwnPropertyDescriptors(Object.getPrototypeOf(host))))
                    if (it.set && name !== 'article') element[name] = 'a';
                for (const each of [host, element]) for (const name of each.getAttributeNames()) names.add(name);
                return [...names]")
            .await?;
        let (found, expected) = (gathered(&found), names(&manifest["attributes"])?);
        ensure!(found == expected, "the element has {found:?}, the manifest {expected:?}");
        Ok(())
    })
}

/// What each type of the events' details holds, as `npm/explainer.d.ts` has it.
fn details() -> Result<Vec<(String, BTreeSet<String>)>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("npm/explainer.d.ts");
    let types = std::fs::read_to_string(file)?;
    let interfaces = types.split("export interface ").skip(1);
    let details = interfaces.filter_map(|interface| {
        let (name, rest) = interface.split_once(" {")?;
        let (body, _) = rest.split_once("\n}")?;
        let field = |line: &str| Some(line.trim().strip_suffix(';')?.split_once(':')?.0.to_owned());
        Some((name.to_owned(), body.lines().filter_map(field).collect()))
    });
    Ok(details
        .filter(|(name, _)| name.ends_with("Detail"))
        .collect())
}

fn events(bench: &Bench) -> Result<()> {
    let manifest = manifest()?;
    let details = details()?;
    // Whatever is fired at an element, the page writes down.
    let hear = "<script>
        window.fired = [];
        const dispatch = EventTarget.prototype.dispatchEvent;
        EventTarget.prototype.dispatchEvent = function (event) {
            if (this.localName === 'article-explainer') fired.push([event.type, Object.keys(event.detail), event.bubbles && event.composed, event.cancelable]);
            return dispatch.call(this, event);
        };</script></head>";
    let site = Site::as_built().changed(&bench.dist, |html| html.replacen("</head>", hear, 1))?;
    bench.show(site, |reader, _| async move {
        reader.until_ready().await?;
        reader.click("#syria summary").await?;
        reader.choose("helsinki").await?;
        reader
            .until("root.querySelector('[data-id=helsinki]:checked')")
            .await?;
        reader.ask("host.reveal('nato')").await?;
        reader.ask("host.article = '{'").await?;
        reader
            .until("fired.some(([type]) => type === 'explainer-error')")
            .await?;
        let fired = reader.ask("return fired").await?;
        let fired = fired.as_array().context("events")?;
        let types: Vec<Value> = fired.iter().map(|each| each[0].clone()).collect();
        let expected = names(&manifest["events"])?;
        ensure!(
            gathered(&json!(types)) == expected,
            "the element fires {types:?}, the manifest has {expected:?}"
        );
        for each in fired {
            let kind = &each[0];
            let event = manifest["events"]
                .as_array()
                .into_iter()
                .flatten()
                .find(|event| event["name"] == *kind);
            let told = event
                .and_then(|event| event["type"]["text"].as_str())
                .context("a type")?;
            let detail = details
                .iter()
                .find(|(name, _)| told == format!("CustomEvent<{name}>"));
            let (_, fields) = detail.with_context(|| format!("{told} is not among the types"))?;
            ensure!(
                gathered(&each[1]) == *fields,
                "{kind} tells {}, its type {fields:?}",
                each[1]
            );
            ensure!(each[2] == true, "{kind} stays inside");
            ensure!(
                each[3] == (kind == "explainer-before-toggle"),
                "{kind} can be prevented, or can't"
            );
        }
        Ok(())
    })
}

fn parts(_bench: &Bench) -> Result<()> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = BTreeSet::new();
    let mut folders = ["views", "widget", "element"].map(|folder| source.join(folder)).to_vec();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let view = std::fs::read_to_string(&path)?;
            // A card is given its part by whoever makes it.
            let view = view.replace(" part: \"", " part=\"").replace(".part = \"", " part=\"");
            let parts = view.split(" part=\"").skip(1);
            let parts = parts.filter_map(|rest| rest.split_once('"'));
            found.extend(parts.map(|(part, _)| part.to_owned()));
        }
    }
    let expected = names(&manifest()?["cssParts"])?;
    ensure!(
        found == expected,
        "the views have {found:?}, the manifest {expected:?}"
    );
    Ok(())
}

fn properties(bench: &Bench) -> Result<()> {
    let names = names(&manifest()?["cssProperties"])?;
    bench.show(Site::as_built(), |reader, _| async move {
        reader.until_ready().await?;
        window::fill(&reader, 1280, Shown::Light).await?;
        // What is marked is seen once something is chosen.
        reader.choose("helsinki").await?;
        reader
            .until("root.querySelector('[data-id=helsinki]:checked')")
            .await?;
        let styles = "const styles = () => JSON.stringify([...root.querySelectorAll('.explainer, .explainer *')].map((each) => { const style = getComputedStyle(each); return [style.color, style.backgroundColor, style.borderTopColor, style.fontFamily, style.insetBlockStart, style.fill, style.fontSize] }));";
        for name in &names {
            let value = match name.as_str() {
                "--explainer-serif" | "--explainer-sans" => "fantasy",
                "--explainer-top" => "77px",
                "--explainer-scale" => "2",
                _ => "rgb(1, 2, 3)",
            };
            let script = format!("{styles} const before = styles(); host.style.setProperty('{name}', '{value}'); const after = styles(); host.style.removeProperty('{name}'); return before !== after");
            ensure!(reader.ask(&script).await? == json!(true), "{name} changes nothing");
        }
        // And the stylesheet asks for no others.
        let asked = reader
            .ask("
                const names = new Set();
                const walk = (rules) => { for (const rule of rules) { for (const [name] of (rule.cssRules ? '' : rule.cssText).matchAll(/--explainer-[a-z-]+/g)) names.add(name); if (rule.cssRules) { for (const [name] of rule.cssText.matchAll(/--explainer-[a-z-]+/g)) names.add(name); walk(rule.cssRules); } } };
                for (const sheet of root.styleSheets) walk(sheet.cssRules);
                return [...names]")
            .await?;
        ensure!(gathered(&asked) == names, "the stylesheet asks for {asked}, the manifest has {names:?}");
        Ok(())
    })
}

/// Sets an attribute of the first explainer, and waits until it has done what it does.
async fn set(reader: &Reader, name: &str, value: &str, does: &str) -> Result<()> {
    reader
        .ask(&format!("host.setAttribute('{name}', '{value}')"))
        .await?;
    let came = reader.until(does).await;
    came.with_context(|| format!("{name}=\"{value}\""))
}

fn changes(bench: &Bench) -> Result<()> {
    let document = article::authoring::read("+++\nheadline = \"Talks\"\n+++\nThey talk.\n").article;
    let site = Site::as_built()
        .with_attributes(&bench.dist, "load=interaction")?
        .file("/talks.json", &serde_json::to_string(&document)?);
    bench.show(site, |reader, _| async move {
        reader.until("customElements.get('article-explainer')").await?;
        let headline = "root.querySelector('.headline')";
        let link = "root.querySelector('#allies .hash').getAttribute('href')";
        let scheme = "getComputedStyle(root.querySelector('.explainer')).colorScheme";
        let checked: [(&str, &str, String); 9] = [
            ("load", "now", "host.ready".to_owned()),
            ("theme", "dark", format!("{scheme} === 'dark'")),
            ("open", "nato", "root.querySelector('#nato').open".to_owned()),
            ("heading-level", "4", format!("host.ready && {headline}?.localName === 'h4'")),
            ("lang", "fi", "host.ready && root.querySelector('[part=timeline]')?.ariaLabel === 'Aikajana'".to_owned()),
            ("id", "talks", format!("host.ready && {link} === '#talks-allies'")),
            ("deep-links", "off", "host.ready && getComputedStyle(root.querySelector('[data-action=link]')).display === 'none'".to_owned()),
            ("src", "talks.json", format!("host.ready && {headline}?.textContent === 'Talks'")),
            ("header", "none", format!("host.ready && !{headline}")),
        ];
        let mut names = names(&manifest()?["attributes"])?;
        names.remove("ready");
        for (name, value, does) in &checked {
            set(&reader, name, value, does).await?;
            names.remove(*name);
        }
        ensure!(names.is_empty(), "not changed: {names:?}");
        Ok(())
    })
}

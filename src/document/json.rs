//! JSON that the browser has parsed, read into serde's types, with the place of what does not fit.
//!
//! Of what the browser parses there are seven kinds of values, and an article is the only thing that is read from them. A reader
//! of that alone is a fifth as large as `serde-wasm-bindgen` with `serde_path_to_error` around it.

use std::fmt;

use js_sys::{Array, Number, Object, Reflect};
use serde::Deserializer;
use serde::de::value::{StrDeserializer, StringDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, EnumAccess, Error, Expected, IntoDeserializer, MapAccess,
    SeqAccess, Unexpected, VariantAccess, Visitor,
};
use wasm_bindgen::{JsCast, JsValue};

/// Reads what `JSON.parse` has made.
pub fn read<T: DeserializeOwned>(value: JsValue) -> Result<T, Wrong> {
    T::deserialize(Node(value))
}

/// What does not fit, and where.
#[derive(Debug)]
pub struct Wrong {
    /// Where, from inside to outside: names with a dot before them and numbers in brackets.
    place: Vec<String>,
    reason: String,
}

impl Wrong {
    fn at(mut self, step: String) -> Self {
        self.place.push(step);
        self
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place: String = self.place.iter().rev().map(String::as_str).collect();
        let place = place.strip_prefix('.').unwrap_or(&place);
        let place = if place.is_empty() { "." } else { place };
        write!(f, "at {place}: {}", self.reason)
    }
}

impl std::error::Error for Wrong {}

impl Error for Wrong {
    fn custom<T: fmt::Display>(reason: T) -> Self {
        Wrong {
            place: Vec::new(),
            reason: reason.to_string(),
        }
    }

    // In words of our own: those of serde bring with them all that it takes to write a number with a point.
    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Wrong::custom(format_args!("there is {}, not {expected}", name(found)))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Wrong::invalid_type(found, expected)
    }
}

/// What was found, in words.
fn name(found: Unexpected<'_>) -> String {
    match found {
        Unexpected::Bool(is) => is.to_string(),
        Unexpected::Unsigned(number) => number.to_string(),
        Unexpected::Signed(number) => number.to_string(),
        Unexpected::Str(text) => format!("the text {text:?}"),
        Unexpected::Unit | Unexpected::Option => "null".to_owned(),
        Unexpected::Seq => "a list".to_owned(),
        Unexpected::Map => "an object".to_owned(),
        Unexpected::Float(_) => "a number with a fraction".to_owned(),
        _ => "something else".to_owned(),
    }
}

/// A value.
struct Node(JsValue);

/// The member of an object, or nothing where it has no such member.
fn member(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// What is found where something else belongs.
fn mismatch(value: &JsValue, expected: &dyn Expected) -> Wrong {
    let found = value.as_string();
    let found = match &found {
        Some(text) => Unexpected::Str(text),
        None if value.is_null() || value.is_undefined() => Unexpected::Unit,
        None if Array::is_array(value) => Unexpected::Seq,
        None if value.is_object() => Unexpected::Map,
        None => match (value.as_bool(), value.as_f64()) {
            (Some(is), _) => Unexpected::Bool(is),
            (_, Some(number)) if Number::is_safe_integer(value) => {
                Unexpected::Signed(number as i64)
            }
            _ => Unexpected::Float(0.0),
        },
    };
    Wrong::invalid_type(found, expected)
}

/// A number for whatever kind of number belongs there.
fn number<'de, V: Visitor<'de>>(value: JsValue, visitor: V) -> Result<V::Value, Wrong> {
    match value.as_f64() {
        Some(number) if !Number::is_safe_integer(&value) => visitor.visit_f64(number),
        Some(number) if number < 0.0 => visitor.visit_i64(number as i64),
        Some(number) => visitor.visit_u64(number as u64),
        None => Err(mismatch(&value, &visitor)),
    }
}

/// Each method knows one kind of value and no other: what all could be is compiled for each type that is read.
macro_rules! deserialize {
    ($read:ident: $($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
            $read(self.0, visitor)
        })*
    };
}

fn truth<'de, V: Visitor<'de>>(value: JsValue, visitor: V) -> Result<V::Value, Wrong> {
    match value.as_bool() {
        Some(is) => visitor.visit_bool(is),
        None => Err(mismatch(&value, &visitor)),
    }
}

fn text<'de, V: Visitor<'de>>(value: JsValue, visitor: V) -> Result<V::Value, Wrong> {
    match value.as_string() {
        Some(text) => visitor.visit_string(text),
        None => Err(mismatch(&value, &visitor)),
    }
}

fn list<'de, V: Visitor<'de>>(value: JsValue, visitor: V) -> Result<V::Value, Wrong> {
    match Array::is_array(&value) {
        true => visitor.visit_seq(Items {
            items: value.unchecked_into(),
            at: 0,
        }),
        false => Err(mismatch(&value, &visitor)),
    }
}

fn object<'de, V: Visitor<'de>>(value: JsValue, visitor: V) -> Result<V::Value, Wrong> {
    match value.is_object() && !Array::is_array(&value) {
        true => visitor.visit_map(Members {
            names: Object::keys(value.unchecked_ref::<Object>()),
            values: Object::values(value.unchecked_ref::<Object>()),
            name: String::new(),
            at: 0,
        }),
        false => Err(mismatch(&value, &visitor)),
    }
}

fn nothing<'de, V: Visitor<'de>>(_value: JsValue, visitor: V) -> Result<V::Value, Wrong> {
    visitor.visit_unit()
}

/// Nothing in an article may be of any kind.
fn none<'de, V: Visitor<'de>>(value: JsValue, visitor: V) -> Result<V::Value, Wrong> {
    Err(mismatch(&value, &visitor))
}

impl<'de> Deserializer<'de> for Node {
    type Error = Wrong;

    deserialize!(truth: deserialize_bool);
    deserialize!(number: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64 deserialize_u8 deserialize_u16
        deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64);
    deserialize!(text: deserialize_char deserialize_str deserialize_string deserialize_identifier);
    deserialize!(list: deserialize_seq);
    deserialize!(object: deserialize_map);
    deserialize!(nothing: deserialize_ignored_any);
    deserialize!(none: deserialize_any deserialize_bytes deserialize_byte_buf deserialize_unit);

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        object(self.0, visitor)
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        none(self.0, visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _length: usize,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        list(self.0, visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _length: usize,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        list(self.0, visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Wrong> {
        match self.0.is_null() || self.0.is_undefined() {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        visitor.visit_newtype_struct(self)
    }

    /// A variant is a text, or an object with one member, whose name it is.
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let Node(value) = self;
        if let Some(variant) = value.as_string() {
            return visitor.visit_enum(Variant {
                variant,
                value: JsValue::UNDEFINED,
            });
        }
        let names = match value.is_object() && !Array::is_array(&value) {
            true => Object::keys(value.unchecked_ref::<Object>()),
            false => Array::new(),
        };
        match names.get(0).as_string().filter(|_| names.length() == 1) {
            Some(variant) => visitor.visit_enum(Variant {
                value: member(&value, &variant),
                variant,
            }),
            None => Err(Wrong::custom(
                "there is no text and no object with one member",
            )),
        }
    }
}

/// What is left of a list.
struct Items {
    items: Array,
    at: u32,
}

impl<'de> SeqAccess<'de> for Items {
    type Error = Wrong;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Wrong> {
        let at = self.at;
        if at == self.items.length() {
            return Ok(None);
        }
        self.at += 1;
        let item = seed.deserialize(Node(self.items.get(at)));
        item.map(Some).map_err(|wrong| wrong.at(format!("[{at}]")))
    }
}

/// What is left of an object.
struct Members {
    names: Array,
    values: Array,
    /// The name of the member at hand.
    name: String,
    at: u32,
}

impl<'de> MapAccess<'de> for Members {
    type Error = Wrong;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Wrong> {
        match self.names.get(self.at).as_string() {
            Some(name) => {
                self.name = name;
                let name: StrDeserializer<'_, Wrong> = self.name.as_str().into_deserializer();
                let name = seed.deserialize(name);
                name.map(Some).map_err(|wrong| wrong.at(self.step()))
            }
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Wrong> {
        let value = seed.deserialize(Node(self.values.get(self.at)));
        self.at += 1;
        value.map_err(|wrong| wrong.at(self.step()))
    }
}

impl Members {
    fn step(&self) -> String {
        format!(".{}", self.name)
    }
}

/// A variant and what it holds.
struct Variant {
    variant: String,
    value: JsValue,
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = Wrong;
    type Variant = Content;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Content), Wrong> {
        let name: StringDeserializer<Wrong> = self.variant.clone().into_deserializer();
        let content = Content {
            step: format!(".{}", self.variant),
            value: Node(self.value),
        };
        Ok((seed.deserialize(name)?, content))
    }
}

/// What a variant holds.
struct Content {
    step: String,
    value: Node,
}

impl<'de> VariantAccess<'de> for Content {
    type Error = Wrong;

    fn unit_variant(self) -> Result<(), Wrong> {
        match self.value.0.is_null() || self.value.0.is_undefined() {
            true => Ok(()),
            false => Err(Wrong::custom("there is more than a name").at(self.step)),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Wrong> {
        let Content { step, value } = self;
        seed.deserialize(value).map_err(|wrong| wrong.at(step))
    }

    fn tuple_variant<V: Visitor<'de>>(self, _length: usize, visitor: V) -> Result<V::Value, Wrong> {
        let Content { step, value } = self;
        list(value.0, visitor).map_err(|wrong| wrong.at(step))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Wrong> {
        let Content { step, value } = self;
        object(value.0, visitor).map_err(|wrong| wrong.at(step))
    }
}

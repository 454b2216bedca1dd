// SPDX-License-Identifier: MIT
//! A derive macro that lists the fields of a struct.

use proc_macro::{Delimiter, TokenStream, TokenTree};

#[proc_macro_derive(Fields)]
pub fn fields(input: TokenStream) -> TokenStream {
    let (mut name, mut fields, mut after_struct) = (String::new(), vec![], false);
    for token in input {
        match token {
            TokenTree::Ident(i) if after_struct && name.is_empty() => name = i.to_string(),
            TokenTree::Ident(i) => after_struct = i.to_string() == "struct",
            TokenTree::Group(g) if g.delimiter() == Delimiter::Brace => {
                let mut last = String::new();
                for t in g.stream() {
                    match t {
                        TokenTree::Ident(i) => last = i.to_string(),
                        TokenTree::Punct(p) if p.as_char() == ':' => fields.push(last.clone()),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    format!("impl {name} {{ pub const FIELDS: &'static [&'static str] = &{fields:?}; }}")
        .parse()
        .unwrap()
}

-- From the marks of views/reading.py to calls of baca.typ: paragraphs are numbered, and the sources of the figures in a
-- block are handed over with it, so that the template can print them beside it.

local function raw(text)
  return pandoc.RawBlock("typst", text)
end

local function quoted(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"') .. '"'
end

local function wrapped(before, inlines)
  local out = pandoc.List({ pandoc.RawInline("typst", before .. "[") })
  out:extend(inlines)
  out:insert(pandoc.RawInline("typst", "]"))
  return out
end

local function list(labels)
  local out = {}
  for _, label in ipairs(labels) do
    out[#out + 1] = quoted(label) .. ","
  end
  return "(" .. table.concat(out, " ") .. ")"
end

-- A block with its marks turned into calls, and the sources of its figures in their order.
local function marked(block)
  local labels = {}
  block = block:walk({
    Span = function(span)
      if span.classes:includes("angka") then
        labels[#labels + 1] = span.attributes.label or ""
        return wrapped("#angka(" .. #labels .. ")", span.content)
      elseif span.classes:includes("ubah") then
        return wrapped("#ubah", span.content)
      end
    end,
    Image = function(image)
      local words = pandoc.utils.stringify(image.caption)
      return pandoc.RawInline("typst", "#gambar(" .. quoted(image.src) .. ", " .. quoted(words) .. ")")
    end,
  })
  return block, labels
end

local calls = {
  ["judul-panel"] = "#judul-panel[",
  ["label-panel"] = "#label-panel[",
  ["gambar-panel"] = "#gambar-panel[",
  ["catatan-panel"] = "#catatan-panel[",
  ubah = "#ubah-blok[",
}

local function convert(blocks, numbered)
  local out = pandoc.List()
  for _, block in ipairs(blocks) do
    local call
    if block.t == "Div" then
      for class, text in pairs(calls) do
        if block.classes:includes(class) then
          call = text
        end
      end
    end
    if call then
      out:insert(raw(call))
      out:extend(convert(block.content, numbered and call == calls.ubah))
      out:insert(raw("]"))
    else
      local labels
      block, labels = marked(block)
      local before
      if block.t == "Para" and numbered then
        before = "#paragraf(" .. list(labels) .. ")["
      elseif #labels > 0 and block.t ~= "Header" then
        before = "#bersumber(" .. list(labels) .. ")["
      end
      if before then
        out:insert(raw(before))
      end
      out:insert(block)
      if before then
        out:insert(raw("]"))
      end
    end
  end
  return out
end

function Pandoc(doc)
  doc.blocks = convert(doc.blocks, true)
  return doc
end

-- From the marks of views/reading.py to calls of baca.typ: paragraphs are numbered, and the sources of the figures in a
-- block are handed over with it, so that the template can print them beside it.

local BESIDE_COLUMNS, BESIDE_ROWS = 4, 20 -- a table of no more than these stands beside its chart
local LINE_LETTERS, SOURCE_LETTERS = 72, 36 -- of a line of text and of a line at the margin, which is two thirds as high

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

-- A chart, a picture of the office that lies beside the document (small among words), or the words of one that does not.
local alone = false -- a block is a picture and no more
local function picture(image)
  local words = pandoc.utils.stringify(image.caption)
  local name = image.src:gsub("%%(%x%x)", function(digits)
    return string.char(tonumber(digits, 16))
  end)
  local call = "#gambar("
  if name:sub(1, 7) ~= "grafik/" then
    local file = not name:find("^/") and not name:find("..", 1, true) and io.open(name, "rb")
    call = not file and "#tanpa-foto(" or alone and "#foto(" or "#foto-kecil("
    if file then
      file:close()
    end
  end
  return pandoc.RawInline("typst", call .. quoted(name) .. ", " .. quoted(words) .. ")")
end

-- A block with its marks turned into calls, the sources of its figures (each once, in their order), and whether it changed.
local function marked(block)
  local labels, places, changed = {}, {}, false
  local last = block.t == "Para" and block.content[#block.content]
  alone = last and last.t == "Image" and pandoc.utils.stringify(block) == pandoc.utils.stringify(last)
  block = block:walk({
    Span = function(span)
      if span.classes:includes("angka") then
        local label = span.attributes.label or ""
        if block.t == "Header" then
          return span.content
        end
        if not places[label] then
          labels[#labels + 1] = label
          places[label] = #labels
        end
        return wrapped("#angka(" .. places[label] .. ")", span.content)
      elseif span.classes:includes("ubah") then
        changed = true
        return wrapped("#ubah", span.content)
      end
    end,
    Image = picture,
  })
  return block, labels, changed
end

local convert
local within = false -- a block whose change is marked as a whole

local function enclosed(before, blocks, after, numbered)
  local out = pandoc.List({ raw(before) })
  out:extend(convert(blocks, numbered))
  out:insert(raw(after))
  return out
end

-- A chart: its picture, then its caption, its table and what is noted below.
local function chart(div)
  local image, caption, rest = div.content[1], div.content[2], pandoc.List({ table.unpack(div.content, 3) })
  local beside = false
  for _, block in ipairs(rest) do
    if block.t == "Table" then
      beside = #block.colspecs <= BESIDE_COLUMNS and #block.bodies[1].body <= BESIDE_ROWS
    end
  end
  local out = enclosed("#grafik-panel(" .. tostring(beside) .. ")[", { image }, "][", false)
  out:extend(enclosed("", { caption }, "][", false))
  out:extend(enclosed("", rest, "]", false))
  return out
end

local function div(block, numbered)
  if block.classes:includes("ubah") then
    within = true
    local out = enclosed("#ubah-blok[", block.content, "]", numbered)
    within = false
    return out
  elseif block.classes:includes("grafik-panel") then
    return chart(block)
  elseif block.classes:includes("judul-panel") then
    local noun = pandoc.utils.stringify(block):match("^%a+") or ""
    local label = block.attributes.label
    local words = { pandoc.Plain(block.content[1].content) }
    return enclosed("#judul-panel(" .. quoted(noun) .. ", " .. list({ label }) .. ")[", words, "]", false)
  elseif block.classes:includes("sambung") then
    return { raw("#sambung.update(true)") }
  elseif block.classes:includes("catatan-panel") then
    return enclosed("#catatan-panel[", block.content, "]", false)
  end
  return convert(block.content, numbered)
end

-- Whether the sources beside a paragraph run about as long as the paragraph: then neither is torn by the end of a page.
local function crowded(block, labels)
  local lines = 0
  for _, label in ipairs(labels) do
    lines = lines + math.ceil(#label / SOURCE_LETTERS)
  end
  return 2 * lines + 1 >= 3 * math.ceil(#pandoc.utils.stringify(block) / LINE_LETTERS)
end

local wide = { Header = true, Table = true, HorizontalRule = true }

convert = function(blocks, numbered)
  local out = pandoc.List()
  for _, block in ipairs(blocks) do
    if block.t == "Div" then
      out:extend(div(block, numbered))
    else
      local labels, changed, before
      block, labels, changed = marked(block)
      changed = changed and not within
      local whole = block.t == "Para" and crowded(block, labels)
      local handed = "(" .. list(labels) .. ", " .. tostring(changed) .. ", " .. tostring(whole) .. ")["
      if numbered and block.t == "Para" then
        before = "#paragraf" .. handed
      elseif #labels > 0 or (numbered and not wide[block.t]) then
        before = "#bersumber" .. handed
      elseif changed and block.t ~= "Header" then
        before = "#ubah-blok["
      end
      out:extend(before and { raw(before), block, raw("]") } or { block })
    end
  end
  return out
end

function Pandoc(doc)
  doc.blocks = convert(doc.blocks, true)
  return doc
end

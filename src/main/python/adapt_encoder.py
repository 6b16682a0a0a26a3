"""Adapts a sentence encoder to the examples of dialogs/ and writes it as a small ONNX model.

The model reads one text and answers with nine log-odds: eight objections (in the order of the
source), given that the text raises any, and whether it raises any. Examples whose hash ends in
zero are kept out, so that what the model says of them is honest; their figures are printed.

    python adapt_encoder.py zh BASE.onnx TOKENIZER.json ../../../dialogs OUT.onnx
    python adapt_encoder.py en BASE.onnx TOKENIZER.json ../../../dialogs OUT.onnx

BASE.onnx and TOKENIZER.json come out of the jars named in README.md beside this file.
"""

import argparse
import hashlib
import math
import random
import re
import time
import unicodedata
from collections import defaultdict
from pathlib import Path

import numpy as np
import onnx
import torch
import yaml
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from opencc import OpenCC
from pypinyin import lazy_pinyin
from tokenizers import Tokenizer
from torch.nn import functional
from transformers import BertConfig, BertModel

IDS = [
    "priceTooHigh",
    "unknownBrand",
    "hasOtherBrand",
    "noFunds",
    "shipBeforePay",
    "qualityDoubt",
    "worseThanCompetitor",
    "currentBrandPressure",
]
HEADS = {"zh": 8, "en": 12}
HAN = re.compile(r"[\u3400-\u9fff]")
SIMPLIFY = OpenCC("t2s")
SEED = 7
SCALE = 12.0  # of the unit vector, so that the head starts with a usable slope
SMOOTHING = 0.02
SPEAKERS = ["嗯 ", "那个", "就是说", "反正", "他说", "客户说", "刚打完电话 ", "老板讲", "然后呢"]
ASKS = [" 怎么回", " 咋接", " 怎么办", " 我该怎么说", " 有什么话术"]


def normalize(text):
    simplified = SIMPLIFY.convert(unicodedata.normalize("NFKC", text)).lower()
    return re.sub(r"\s+", " ", simplified).strip()


def held_out(text):
    return hashlib.sha256(normalize(text).encode()).digest()[-1] % 10 == 0


def examples(dialogs, language):
    """(text, ids, kind) of every example in the language."""
    found = []
    for objection in IDS:
        card = read(dialogs / "objections" / f"{objection}.yml")
        for tag, texts in card["examples"].items():
            found += [(text, [objection], tag, objection) for text in texts]
        for other, texts in (card.get("together") or {}).items():
            found += [
                (text, [objection, other], "zh" if HAN.search(text) else "en", objection)
                for text in texts
            ]
    for kind, tags in read(dialogs / "nothing.yml").items():
        for tag, texts in tags.items():
            found += [(text, [], tag, kind) for text in texts]
    return [
        (normalize(text), ids, kind)
        for text, ids, tag, kind in found
        if (tag == "en") == (language == "en")
    ]


def read(file):
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


class Blur:
    """What a phone, a voice keyboard and a hurry make of a text."""

    def __init__(self, rows, seed):
        self.random = random.Random(seed)
        self.nothing = [text for text, ids, _ in rows if not ids]
        self.facts = [
            text
            for text, ids, kind in rows
            if kind in ("intakeAnswer", "smallTalk", "command") and len(text) < 25
        ]
        self.sounds = defaultdict(set)
        for text, _, _ in rows:
            for c in HAN.findall(text):
                self.sounds[lazy_pinyin(c)[0]].add(c)
        self.sounds = {sound: sorted(chars) for sound, chars in self.sounds.items()}

    def chance(self, share):
        return self.random.random() < share

    def __call__(self, text, raises):
        if not raises and self.chance(0.15):
            text += self.random.choice([" ", "，", " 然后 "] if HAN.search(text) else [", ", " and "])
            text += self.random.choice(self.nothing)
        elif raises and self.chance(0.10):
            parts = [text, self.random.choice(self.facts)]
            self.random.shuffle(parts)
            text = " ".join(parts)
        return self.chinese(text, raises) if HAN.search(text) else self.latin(text)

    def chinese(self, text, raises):
        if self.chance(0.1):
            text = self.random.choice(SPEAKERS) + text
        if raises and self.chance(0.08):
            text += self.random.choice(ASKS)
        if self.chance(0.15):
            text = "".join(self.homophone(c) if self.chance(0.15) else c for c in text)
        if self.chance(0.12) and len(text) > 3:
            start = self.random.randrange(len(text) - 2)
            end = start + self.random.choice([1, 2, 2, 3, 4])
            typed = self.random.choice(["", " "]).join(lazy_pinyin(text[start:end]))
            text = text[:start] + typed + text[end:]
        return text.replace(" ", "") if self.chance(0.2) else text

    def homophone(self, char):
        return self.random.choice(self.sounds.get(lazy_pinyin(char)[0], [char]))

    def latin(self, text):
        if len(text) <= 6 or not self.chance(0.15):
            return text
        i = self.random.randrange(len(text) - 1)
        swapped = text[:i] + text[i + 1] + text[i] + text[i + 2 :]
        return swapped if self.chance(0.5) else text[:i] + text[i + 1 :]


class Adapted(torch.nn.Module):
    """The encoder, its pooling and a head of nine."""

    def __init__(self, bert, first):
        super().__init__()
        self.bert = bert
        self.first = first
        self.head = torch.nn.Linear(bert.config.hidden_size, len(IDS) + 1)
        self.drop = torch.nn.Dropout(0.2)

    def forward(self, ids, mask):
        states = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        if self.first:
            pooled = states[:, 0]
        else:
            pooled = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        return self.head(self.drop(functional.normalize(pooled, dim=1)) * SCALE)


def load(file, heads):
    """The encoder, its graph, and which tensor of the graph holds which weight."""
    model = onnx.load(file)
    tensors = {t.name: t for t in model.graph.initializer}
    places = {
        name: (name, False)
        for name in tensors
        if name.startswith(("embeddings", "encoder")) and name != "embeddings.position_ids"
    }
    for node in model.graph.node:
        if node.op_type == "MatMul":
            for name in node.input:
                if name in tensors:
                    weight = node.name[1:].removesuffix("/MatMul").replace("/", ".") + ".weight"
                    places[weight] = (name, True)
    state = {}
    for weight, (name, turned) in places.items():
        array = numpy_helper.to_array(tensors[name])
        state[weight] = torch.tensor((array.T if turned else array).copy())
    words, hidden = state["embeddings.word_embeddings.weight"].shape
    layers = 1 + max(int(w.split(".")[2]) for w in state if w.startswith("encoder.layer"))
    config = BertConfig(
        vocab_size=words,
        hidden_size=hidden,
        num_hidden_layers=layers,
        num_attention_heads=heads,
        intermediate_size=4 * hidden,
    )
    bert = BertModel(config, add_pooling_layer=False)
    result = bert.load_state_dict(state, strict=False)
    assert not result.unexpected_keys and all("position_ids" in k for k in result.missing_keys)
    return bert, model, places


def batch(encoded):
    longest = max(map(len, encoded))
    ids = torch.zeros(len(encoded), longest, dtype=torch.long)
    mask = torch.zeros_like(ids)
    for row, tokens in enumerate(encoded):
        ids[row, : len(tokens)] = torch.tensor(tokens)
        mask[row, : len(tokens)] = 1
    return ids, mask


def loss_of(logits, wanted):
    """Whether any, of every text; which, of those that raise one."""
    raises = wanted[:, -1:]
    smooth = wanted * (1 - 2 * SMOOTHING) + SMOOTHING
    each = functional.binary_cross_entropy_with_logits(logits, smooth, reduction="none")
    which = (each[:, :-1] * raises).sum() / raises.sum().clamp(min=1)
    return 4 * each[:, -1].mean() + which


def train(net, tokenizer, rows, epochs, rate, size=32):
    blur = Blur(rows, SEED)
    wanted = torch.tensor([[float(i in ids) for i in IDS] + [float(bool(ids))] for _, ids, _ in rows])
    net.bert.embeddings.requires_grad_(False)
    encoder = [p for p in net.bert.parameters() if p.requires_grad]
    groups = [
        {"params": encoder, "lr": rate},
        {"params": net.head.parameters(), "lr": 12 * rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.02)
    steps = max(1, epochs * math.ceil(len(rows) / size))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1, (s + 1) / (0.1 * steps)) * max(0.02, 1 - s / steps)
    )
    started = time.monotonic()
    for epoch in range(epochs):
        net.train()
        blurred = [blur(text, bool(ids)) for text, ids, _ in rows]
        encoded = [e.ids for e in tokenizer.encode_batch(blurred)]
        order = sorted(range(len(rows)), key=lambda i: len(encoded[i]) + blur.random.random() * 4)
        batches = [order[i : i + size] for i in range(0, len(order), size)]
        blur.random.shuffle(batches)
        total = 0.0
        for chosen in batches:
            ids, mask = batch([encoded[i] for i in chosen])
            loss = loss_of(net(ids, mask), wanted[chosen])
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(encoder, 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch} loss {total / len(batches):.3f} {time.monotonic() - started:.0f} s", flush=True)


def write(net, model, places, out):
    """The graph of the base with the new weights, the pooling and the head, in eight bits."""
    tensors = {t.name: t for t in model.graph.initializer}
    state = net.bert.state_dict()
    for weight, (name, turned) in places.items():
        array = state[weight].detach().numpy()
        tensors[name].CopyFrom(
            numpy_helper.from_array(np.ascontiguousarray(array.T if turned else array), name)
        )
    graph = model.graph
    states = graph.output[0].name

    def constant(name, array):
        graph.initializer.append(numpy_helper.from_array(array, name))
        return name

    if net.first:
        zero = constant("pool.first", np.array(0, dtype=np.int64))
        graph.node.append(helper.make_node("Gather", [states, zero], ["pooled"], axis=1))
    else:
        graph.node.append(helper.make_node("ReduceMean", [states], ["pooled"], axes=[1], keepdims=0))
    graph.node.append(helper.make_node("LpNormalization", ["pooled"], ["unit"], axis=1, p=2))
    weight = constant("head.weight", net.head.weight.detach().numpy() * SCALE)
    bias = constant("head.bias", net.head.bias.detach().numpy())
    graph.node.append(helper.make_node("Gemm", ["unit", weight, bias], ["logits"], transB=1))
    del graph.output[:]
    graph.output.append(
        helper.make_tensor_value_info("logits", TensorProto.FLOAT, [None, len(IDS) + 1])
    )
    whole = out.with_suffix(".fp32.onnx")
    onnx.save(model, whole)
    quantize_dynamic(
        whole,
        out,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,  # or processors without VNNI overflow
        op_types_to_quantize=["MatMul", "Gather"],
        extra_options={"MatMulConstBOnly": True},
    )
    whole.unlink()


def judge(net, tokenizer, rows):
    """Share of raising texts found and of others taken for one, and of objections told right."""
    net.eval()
    with torch.no_grad():
        logits = [net(*batch([tokenizer.encode(text).ids]))[0].numpy() for text, _, _ in rows]
    raised = [logit for logit, (_, ids, _) in zip(logits, rows) if ids]
    silent = [logit for logit, (_, ids, _) in zip(logits, rows) if not ids]
    right = [IDS[int(np.argmax(l[:-1]))] in ids for l, (_, ids, _) in zip(logits, rows) if ids]
    print(
        f"held out: {len(rows)} texts, recall {np.mean([l[-1] > 0 for l in raised]):.3f},"
        f" false alarms {np.mean([l[-1] > 0 for l in silent]):.3f}, first {np.mean(right):.3f}"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("language", choices=sorted(HEADS))
    parser.add_argument("base", type=Path)
    parser.add_argument("tokenizer", type=Path)
    parser.add_argument("dialogs", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=1.2e-4)
    parser.add_argument("--threads", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(SEED)
    rows = examples(options.dialogs, options.language)
    kept = [row for row in rows if not held_out(row[0])]
    out = [row for row in rows if held_out(row[0])]
    bert, model, places = load(options.base, HEADS[options.language])
    net = Adapted(bert, first=options.language == "zh")
    tokenizer = Tokenizer.from_file(str(options.tokenizer))
    tokenizer.no_padding()
    tokenizer.enable_truncation(96)
    print(f"{len(kept)} examples", flush=True)
    train(net, tokenizer, kept, options.epochs, options.rate)
    judge(net, tokenizer, out)
    write(net, model, places, options.out)


if __name__ == "__main__":
    main()
